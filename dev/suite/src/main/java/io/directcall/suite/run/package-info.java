/** The run: where things lie in the checkout, what runs now, starting and stopping the whole. */
package io.directcall.suite.run;
