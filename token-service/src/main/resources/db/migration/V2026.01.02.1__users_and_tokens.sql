create table users (
    uid        varchar(100) primary key,
    name       varchar(200) not null,
    avatar     varchar(1000),
    created_at timestamptz  not null,
    updated_at timestamptz  not null
);

-- Only the SHA-256 of a token is kept; the prefix tells tokens apart in lists.
create table auth_tokens (
    hash       bytea primary key,
    uid        varchar(100) not null references users (uid) on delete cascade,
    prefix     varchar(12)  not null,
    created_at timestamptz  not null
);
create index auth_tokens_of_user on auth_tokens (uid, created_at desc);

create table signing_keys (
    kid         varchar(100) primary key,
    private_jwk text         not null,
    created_at  timestamptz  not null,
    active      boolean      not null
);
-- Replicas that start at the same time must agree on one key.
create unique index one_active_signing_key on signing_keys (active) where active;
