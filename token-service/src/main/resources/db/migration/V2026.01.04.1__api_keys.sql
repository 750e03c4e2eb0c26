-- Only the SHA-256 of a key is kept; the prefix tells keys apart in lists. Revoked keys stay, to tell what their ids meant.
create table api_keys (
    id         uuid primary key,
    hash       bytea        not null unique,
    prefix     varchar(12)  not null,
    scope      varchar(20)  not null check (scope in ('FULL_ACCESS', 'AUTH_ONLY')),
    name       varchar(200),
    created_at timestamptz  not null,
    revoked_at timestamptz,
    published  boolean      not null
);
create index valid_api_keys on api_keys (created_at desc, id) where revoked_at is null;
