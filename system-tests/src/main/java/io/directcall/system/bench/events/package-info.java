/** {@code ./directcall bench events}: how events reach many subscribers, here and at another hub of event streams. */
package io.directcall.system.bench.events;
