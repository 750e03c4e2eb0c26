-- One row for each event and target: what is to be sent to the application's server, and afterwards the log of it.
create table webhook_deliveries (
    -- The order of sending within a target and session. Rows of a session are written under the lock of its row, so numbers come in order.
    position        bigint      generated always as identity primary key,
    -- The header webhook-id: the same in all attempts.
    id              text        not null unique,
    target          text        not null,
    session_id      text        not null,
    trigger         text        not null,
    body            text        not null,
    state           text        not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    -- Attempts that were begun. Whoever ends an attempt names its number, so that an attempt that was given up for lost changes nothing.
    attempts        int         not null default 0,
    -- Failed attempts since it was written or replayed: the length of the next pause.
    failures        int         not null default 0,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    -- While an attempt is under way, until when its result is waited for.
    claimed_until   timestamptz,
    give_up_at      timestamptz not null,
    finished_at     timestamptz
);

create index webhook_deliveries_order on webhook_deliveries (target, session_id, position) where state = 'waiting';
create index webhook_deliveries_due on webhook_deliveries (target, next_attempt_at) where state = 'waiting';
create index webhook_deliveries_finished on webhook_deliveries (finished_at) where state <> 'waiting';
create index webhook_deliveries_of_session on webhook_deliveries (session_id);

create table webhook_attempts (
    delivery bigint      not null references webhook_deliveries on delete cascade,
    number   int         not null,
    at       timestamptz not null,
    -- Null when there was no answer.
    status   int,
    -- Null when the answer was 2xx.
    error    text,
    millis   int         not null,
    primary key (delivery, number)
);
