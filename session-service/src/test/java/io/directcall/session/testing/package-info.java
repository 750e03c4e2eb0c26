/** What component tests need to talk to the service: tokens, REST, topics. */
package io.directcall.session.testing;
