/** Tells the other services about users and auth tokens. */
package io.directcall.token.topic;
