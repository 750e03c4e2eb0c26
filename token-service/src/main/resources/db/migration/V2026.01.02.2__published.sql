-- Whether the other services were told. New rows are announced in their own transaction; those from before, and what a replica of
-- the version before still writes, are found by the catch-up.
alter table users add column published boolean not null default false;
alter table auth_tokens add column published boolean not null default false;
create index users_to_publish on users (uid) where not published;
create index auth_tokens_to_publish on auth_tokens (hash) where not published;
