/** How all services read and write JSON. */
package io.directcall.service.json;
