/** The REST API of calls that are placed by ringing, and of groups: translates HTTP, decides nothing. */
package io.directcall.session.ringing.api;
