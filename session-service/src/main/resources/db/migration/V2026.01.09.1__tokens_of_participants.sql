-- Which call token let a participant in: when that is revoked, the participant leaves. Rows from before, and those that a replica of the
-- version before still writes, are as if their tokens had been issued at the join or now.
alter table participants
    add column token_id        text        not null default '',
    add column token_issued_at timestamptz not null default now();
update participants set token_issued_at = joined_at;
create index participants_of_token on participants (token_id);
