/** What events-service says about who is listening. */
package io.directcall.contracts.presence;
