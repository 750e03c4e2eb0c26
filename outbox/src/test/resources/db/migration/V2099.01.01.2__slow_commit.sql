-- Lets a test hold a relay between its delete and its commit, in lanes that no service has.
create function wait_for_test() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(4711);
    return null;
end $$;

create constraint trigger slow_commit after delete on outbox deferrable initially deferred
    for each row when (old.lane >= 1000) execute function wait_for_test();
