/** What is heard of participants' streams and media, and what is concluded when a replica of events-service falls silent. */
package io.directcall.session.presence;
