/** What the history knows of users: their names, and that of a deleted one nothing stays. */
package io.directcall.session.history.users;
