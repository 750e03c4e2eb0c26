/** What the whole-suite tests and {@code ./directcall call} are made of. */
package io.directcall.system;
