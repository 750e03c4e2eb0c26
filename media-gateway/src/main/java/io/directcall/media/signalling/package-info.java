/** What clients and operators ask of this service over HTTP. Any replica answers; what changes a session goes to its owner by Kafka. */
package io.directcall.media.signalling;
