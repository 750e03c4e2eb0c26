/** One client's subscription: what it may receive, what waits to be sent, how it ends. */
package io.directcall.events.subscription;
