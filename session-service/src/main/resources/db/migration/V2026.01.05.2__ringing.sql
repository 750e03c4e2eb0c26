-- What keeps users busy, or rings for one of them, in calls that are not over yet. Rows of a call that is over are gone.
create table parties (
    session_id text        not null,
    uid        text        not null,
    -- CALLER: placed the call. RINGING: is called by that one user alone. ACCEPTED: said yes.
    kind       text        not null check (kind in ('CALLER', 'RINGING', 'ACCEPTED')),
    -- Until when it counts as busy though it has not joined. Null while it only rings.
    busy_until timestamptz,
    primary key (session_id, uid)
);

create index parties_of_user on parties (uid);

-- Who is called when a group is called.
create table groups (
    guid text primary key
);

create table group_members (
    guid text not null references groups on delete cascade,
    -- In the order in which they were named, from 1.
    nr   int  not null,
    uid  text not null,
    primary key (guid, nr)
);

create index group_members_of_user on group_members (uid);
