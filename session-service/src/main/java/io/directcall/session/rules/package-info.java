/** What may happen in a session: plain decisions on plain values, without frameworks, database or clock of their own. */
package io.directcall.session.rules;
