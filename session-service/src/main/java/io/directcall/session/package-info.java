/**
 * The life of sessions and their participants: who is in a call, who leaves it, and who is lost. Decisions are in {@code rules}, the
 * database in {@code store}, REST in {@code api}, what is heard from other services in {@code presence}.
 */
package io.directcall.session;
