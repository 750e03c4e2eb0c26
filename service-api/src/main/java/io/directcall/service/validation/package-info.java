/** Rules for values that callers choose. */
package io.directcall.service.validation;
