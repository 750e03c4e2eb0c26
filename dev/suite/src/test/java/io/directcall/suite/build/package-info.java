/** Tests of the scripts that decide what to build. */
package io.directcall.suite.build;
