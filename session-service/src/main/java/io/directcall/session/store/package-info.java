/** Sessions in the database, and the transaction that changes one and says so. */
package io.directcall.session.store;
