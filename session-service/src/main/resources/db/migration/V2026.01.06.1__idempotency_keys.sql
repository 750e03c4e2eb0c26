-- Answers to requests that may be repeated. A row is written in the transaction of its request.
create table idempotency_keys (
    -- SHA-256 of who asked, the path and the key.
    request     text        primary key,
    -- SHA-256 of the body.
    fingerprint text        not null,
    -- Null only within the transaction of the request.
    status      int,
    body        text,
    created_at  timestamptz not null
);

create index idempotency_keys_by_age on idempotency_keys (created_at);
