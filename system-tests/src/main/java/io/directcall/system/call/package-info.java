/** {@code ./directcall call}: a call between two browsers and what each saw. */
package io.directcall.system.call;
