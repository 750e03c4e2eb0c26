-- A key signs from a time on, until the next one does. What is still in clear is encrypted at the next start.
drop index one_active_signing_key;
alter table signing_keys rename column private_jwk to encrypted_jwk;
alter table signing_keys add column generation int not null default 1;
alter table signing_keys add column signs_from timestamptz;
update signing_keys set signs_from = created_at;
alter table signing_keys alter column signs_from set not null;
alter table signing_keys alter column generation drop default;
alter table signing_keys drop column active;
-- Replicas that make the next key at the same time must agree on one.
create unique index signing_key_generations on signing_keys (generation);
