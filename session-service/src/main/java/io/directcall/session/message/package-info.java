/** How messages of other services are read and handled, whatever they say. */
package io.directcall.session.message;
