/** The configuration of the service and the parts that are built from it. */
package io.directcall.events.config;
