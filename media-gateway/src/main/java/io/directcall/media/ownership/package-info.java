/**
 * Makes this replica the only one that works on a session: Kafka assigns it partitions, one consumer reads session events and media
 * commands of the same partitions, and each session's messages go through one lane, in order. State is in the database alone, so a
 * session changes hands by loading it; running media is never touched by that.
 */
package io.directcall.media.ownership;
