-- The media of each session. Rows of ended sessions stay: the numbers of their events go on when the session id is used again.
create table conference (
    session_id       text primary key,
    version          bigint not null,
    -- hash of the session id as Kafka's partitioner computes it; modulo the number of partitions it gives the session's partition
    session_hash     int    not null,
    session_seq      bigint not null,
    media_seq        bigint not null,
    bridge           text,
    conference_id    text,
    created          boolean not null,
    dominant_speaker text,
    ended            boolean not null,
    -- JSON: what has to go from bridges
    expiries         text   not null,
    -- whether an owner has anything to look after: endpoints or expiries
    live             boolean not null,
    changed_at       timestamptz not null
);

create index conference_live on conference (session_hash) where live;

-- One row per participant in a session.
create table endpoint (
    session_id     text not null references conference (session_id),
    participant_id text not null,
    -- order of joining, which decides the order of m-lines
    position       int  not null,
    uid            text not null,
    viewer         boolean not null,
    state          text not null,
    generation     int  not null,
    announced      boolean not null,
    restarted_at   timestamptz,
    -- JSON: offers, answers and the m-lines of the newest offer
    negotiation    text not null,
    -- JSON: what the bridge and the client told each other
    link           text not null,
    primary key (session_id, participant_id)
);
