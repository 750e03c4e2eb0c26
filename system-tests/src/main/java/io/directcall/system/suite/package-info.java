/** The suite that a test or a call uses. */
package io.directcall.system.suite;
