/** What is heard of participants' streams and media, and who is lost because nothing is heard any more. */
package io.directcall.session.presence;
