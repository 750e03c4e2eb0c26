/** Reads the partitions that have subscribers and hands each event to the subscriptions of its session. */
package io.directcall.events.fanout;
