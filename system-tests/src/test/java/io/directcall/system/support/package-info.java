/** What the tests of the whole suite share: one suite for the run, the API, waiting. */
package io.directcall.system.support;
