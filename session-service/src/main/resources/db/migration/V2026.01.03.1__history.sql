-- Calls, those that run and those that are over: the history. Written in the transaction of each change, read by GET /v3/calls.
-- Words are those of the API. A session id occurs once for each time the session started; the newest one counts.
create table calls (
    -- Newer calls have higher ones: pages are read by it.
    id            bigint      generated always as identity primary key,
    session_id    text        not null,
    -- 'call' when it was placed by ringing, else 'meet'.
    mode          text        not null check (mode in ('call', 'meet')),
    -- As it is now, or was at its end: an audio call that went on with video is a video call.
    type          text        not null check (type in ('audio', 'video')),
    status        text        not null check (status in
                  ('initiated', 'ongoing', 'unanswered', 'rejected', 'busy', 'cancelled', 'ended')),
    initiator     text        not null,
    receiver      text        not null,
    receiver_type text        not null check (receiver_type in ('user', 'group')),
    initiated_at  timestamptz not null,
    -- Null while it rings, and when nobody accepted.
    started_at    timestamptz,
    -- Since when it is a video call; null while it is an audio call.
    video_since   timestamptz,
    ended_at      timestamptz
);

create index calls_of_session on calls (session_id, id);
create index calls_of_receiver on calls (receiver, id) where receiver_type = 'group';
-- One for each filter that finds few among many; without a filter the primary key does.
create index calls_by_status on calls (status, id) include (type, mode);
create index calls_by_mode on calls (mode, id) include (type);
create index calls_by_type on calls (type, id) include (mode);
create index calls_by_mode_and_type on calls (mode, type, id);
-- Which status, mode and type occur together: a meeting is never 'rejected'.
create statistics calls_words (mcv) on status, mode, type from calls;

-- Who took part in a call: a row for each join, and one for whoever was called and never joined.
create table call_participants (
    call_id        bigint      not null references calls on delete cascade,
    -- In the order of joining, from 1.
    nr             int         not null,
    uid            text        not null,
    name           text        not null,
    avatar         text,
    -- Null for whoever never joined.
    participant_id text,
    joined_at      timestamptz,
    left_at        timestamptz,
    -- Of whoever was called and has not joined: what came of it. Null from the join on, and for the caller.
    state          text,
    -- The user's first row of the call: it stands for the call in the user's list.
    is_first       boolean     not null,
    -- What users filter their lists by, from the call, so that the index below answers alone.
    outgoing       boolean     not null,
    mode           text        not null,
    type           text        not null,
    status         text        not null,
    primary key (call_id, nr)
);

create index calls_of_user on call_participants (uid, call_id) include (outgoing, mode, type, status) where is_first;

-- The users of the installation, from the topic 'users'.
create table users (
    uid    text primary key,
    name   text not null,
    avatar text
);
