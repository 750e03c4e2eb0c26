/** The history of calls: written with each change of a session. Reading it is in {@code log}, what follows from users in {@code users}. */
package io.directcall.session.history;
