/** The REST API of sessions and their participants: translates HTTP, decides nothing. */
package io.directcall.session.api;
