/** What the whole-suite tests, {@code ./directcall call} and {@code ./directcall bench} are made of. */
package io.directcall.system;
