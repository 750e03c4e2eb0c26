/** Reading the history of calls: {@code GET /v3/calls}, in the words of CometChat's API. */
package io.directcall.session.history.log;
