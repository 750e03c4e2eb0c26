-- The replicas of events-service that have event streams, and when each was heard of last, by the clock of whoever heard it.
create table event_replicas (
    replica_id text        primary key,
    last_seen  timestamptz not null
);
