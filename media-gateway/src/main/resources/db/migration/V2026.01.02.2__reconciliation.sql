-- One row: what the names of this installation's conferences begin with, so that installations that share a bridge leave each other alone.
create table installation (
    id text not null
);
insert into installation (id) values (substr(replace(cast(gen_random_uuid() as text), '-', ''), 1, 12));

-- What stays of a session when its conference's row is removed: its numbers go on when the session id is used again.
create table session_numbers (
    session_id  text primary key,
    session_seq bigint not null,
    media_seq   bigint not null
);

create index conference_settled on conference (changed_at) where not live;
