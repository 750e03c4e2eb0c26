/** What a receiver wants of the others' media, and what it therefore gets. */
package io.directcall.bridge.subscription;
