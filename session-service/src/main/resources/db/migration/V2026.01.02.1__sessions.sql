-- One row for each session id that was ever joined: its event numbers go on when the session starts again.
create table sessions (
    id         text        primary key,
    version    bigint      not null,
    type       text        not null check (type in ('AUDIO', 'VIDEO')),
    started_at timestamptz not null,
    -- Null while somebody is in it.
    ended_at   timestamptz,
    -- Number of its last event.
    seq        bigint      not null,
    -- Number of the last media event that changed it.
    media_seq  bigint      not null
);

-- Who is in a session now. Whoever leaves has no row any more.
create table participants (
    id              text        primary key,
    session_id      text        not null references sessions,
    join_seq        bigint      not null,
    uid             text        not null,
    name            text        not null,
    avatar          text,
    role            text        not null check (role in ('PARTICIPANT', 'MODERATOR', 'VIEWER')),
    audio_muted     boolean     not null,
    video_paused    boolean     not null,
    screen_sharing  boolean     not null,
    hand_raised     boolean     not null,
    joined_at       timestamptz not null,
    -- The newest event stream, null when there is none.
    stream_id       text,
    media_connected boolean     not null,
    silent_since    timestamptz,
    -- When the participant counts as lost if nothing changes.
    lost_at         timestamptz
);

create index participants_of_session on participants (session_id, join_seq);
create index participants_lost on participants (lost_at) where lost_at is not null;
