/** A PostgreSQL server from binaries on the class path: unpacking, starting, stopping, databases. */
package io.directcall.infra.postgres;
