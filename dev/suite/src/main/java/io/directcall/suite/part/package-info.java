/** The parts of the suite: how each one is started, when it is ready, and who starts it again when it dies. */
package io.directcall.suite.part;
