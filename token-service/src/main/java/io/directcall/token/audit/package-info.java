/** What the audit hears of call tokens, which no transaction of the database is made for. */
package io.directcall.token.audit;
