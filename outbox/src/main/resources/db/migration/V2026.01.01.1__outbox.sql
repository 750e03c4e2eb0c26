-- Messages that are committed but not yet in Kafka. Rows are short-lived: the relay deletes what the broker acknowledged.
create table outbox (
    lane        smallint    not null,
    id          bigserial   not null,
    topic       text        not null,
    message_key text        not null,
    payload     text        not null,
    created_at  timestamptz not null default clock_timestamp(),
    -- One index serves the relay's read (a lane in id order) and its delete.
    primary key (lane, id)
-- The table is nearly always empty while rows rush through it: without eager vacuum each read would walk over dead rows.
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
