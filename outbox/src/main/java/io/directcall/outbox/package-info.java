/**
 * Transactional outbox: a service stores its state and the messages about it in one transaction, and the relay publishes the messages to
 * Kafka afterwards, at least once.
 *
 * <h2>Order</h2>
 *
 * Messages of one key reach Kafka in the order in which their transactions committed, provided that every transaction that appends for a
 * key also changes the same row under optimistic lock (the aggregate with its {@code @Version}). Ids come from a sequence, so in general
 * they follow the order of the inserts and not that of the commits. But of two transactions that append for the same key at the same
 * time, the lock lets one commit only; when both commit, one of them loaded the aggregate after the other's commit, and drew its ids
 * later. Between different keys there is no order.
 *
 * <p>The relay reads a lane in id order, and a lane is published by one replica at a time. When a replica loses its lock in mid-batch
 * another one begins again with the oldest row that is still there. Messages may then be repeated, but the first occurrence of each comes
 * in order: consumers that drop the {@code seq} they have seen notice nothing.
 *
 * <p>That holds even for two relays that publish the same lane at the same time. A row is deleted only after the broker has it. So when a
 * relay reads a row, those before it of the same key are in Kafka already or in the same read, and what the relay sends of one read
 * arrives in each partition as a beginning of it, without holes. The lock is what keeps repeats rare.
 */
package io.directcall.outbox;
