-- A null payload is a tombstone in Kafka.
alter table outbox alter column payload drop not null;
-- Payloads of some kilobytes lie in a table of their own, which has thresholds of its own.
alter table outbox set (toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1000);
