-- Call tokens that count no more, and bans. A row goes when every token that it concerns has expired.
create table revocations (
    -- Key of the record in Kafka.
    topic_key  text        primary key,
    -- Either a token, or a user and perhaps a session.
    token_id   text,
    uid        text,
    session_id text,
    ban        boolean     not null,
    revoked_at timestamptz not null,
    -- Null for a ban that lasts until it is lifted.
    expires_at timestamptz,
    -- A ban that was lifted stays a while: the kick that began it may be heard of again, and must not begin it again.
    lifted     boolean     not null default false,
    published  boolean     not null default true
);
create index revocations_to_forget on revocations (expires_at);
create index revocations_to_publish on revocations (topic_key) where not published;
