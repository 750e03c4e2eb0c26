/** {@code ./directcall bench}: measures the suite. Each benchmark is a subcommand of its own. */
package io.directcall.system.bench;
