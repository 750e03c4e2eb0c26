-- A session's whole state machine. Which columns belong to which state is in store.LifeColumns.
alter table sessions
    add column state             text,
    add column end_reason        text,
    -- State WAITING: when it ends if nobody joins. State ACTIVE: when it has lasted as long as the installation allows.
    add column ends_by           timestamptz,
    -- Somebody is alone: when it is warned (null when it was), and when the session ends.
    add column idle_warn_at      timestamptz,
    add column idle_ends_at      timestamptz,
    -- Somebody asks to go on with video.
    add column video_asked_by    text,
    add column video_asked_until timestamptz,
    -- Who calls whom, as JSON, for calls that were placed by ringing.
    add column invitation        text,
    -- When something is to happen if nothing else does.
    add column due_at            timestamptz,
    alter column started_at drop not null;

update sessions
set state = case when ended_at is null then 'ACTIVE' else 'ENDED' end,
    end_reason = case when ended_at is null then null else 'EVERYONE_LEFT' end;

alter table sessions
    alter column state set not null,
    add check (state in ('RINGING', 'WAITING', 'ACTIVE', 'ENDED'));

create index sessions_due on sessions (due_at) where due_at is not null;

alter table participants
    add column presence    text,
    add column idle_period_s integer;

update participants
set presence = case
        when stream_id is not null then 'STREAMING'
        when media_connected then 'MEDIA_ONLY'
        else 'RECONNECTING' end,
    idle_period_s = 180;

-- Whoever was silent at the time of the change is looked at with its session.
update sessions set due_at = (select min(lost_at) from participants where session_id = sessions.id);

drop index participants_lost;

alter table participants
    alter column presence set not null,
    alter column idle_period_s set not null,
    add check (presence in ('JOINING', 'STREAMING', 'MEDIA_ONLY', 'RECONNECTING'));

-- Who is busy.
create index participants_of_user on participants (uid);
