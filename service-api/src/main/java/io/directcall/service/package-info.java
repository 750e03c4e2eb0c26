/** What the four services share: the envelope of answers, and in the packages below errors, security, signing keys and HTTP rules. */
package io.directcall.service;
