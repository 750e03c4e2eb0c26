/** What a service holds in memory of the compacted topics: read from the start on, not ready before all is known. */
package io.directcall.service.knowledge;
