-- Up to which time, by the clock of events-service, each partition of presence-events was handled.
create table presence_read (
    partition   int         primary key,
    known_until timestamptz not null
);
