/**
 * Drives Jitsi Videobridges over colibri2 and negotiates the media of each participant: the server offers, the client answers. One
 * replica owns a session at a time, the one that Kafka assigned its partition to.
 */
package io.directcall.media;
