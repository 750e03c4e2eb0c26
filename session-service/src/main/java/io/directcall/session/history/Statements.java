package io.directcall.session.history;

/**
 * The statements that write the history: one for each {@link HistoryChange}, since whoever joins waits for it. {@code :sid} names the
 * session; its row is locked, so nobody else writes to its newest call meanwhile.
 */
final class Statements {
    private static final String NEWEST = "(select id from calls where session_id = :sid order by id desc limit 1)";

    /** Names are as the users have them now. A user who is not known by name yet is shown by its uid. */
    static final String PLACE = """
            with call as (
                insert into calls (session_id, mode, type, status, initiator, receiver, receiver_type, initiated_at)
                values (:sid, 'call', :type, 'initiated', :caller, :receiver, :receiverType, :at)
                returning *
            ), parties as (
                select 1 as nr, cast(:caller as text) as uid, cast(:callerName as text) as name,
                       cast(:callerAvatar as text) as avatar, cast(null as text) as state
                union all
                select 1 + called.nr, called.uid, coalesce(users.name, called.uid), users.avatar, called.state
                from unnest(string_to_array(:callees, ','), string_to_array(:states, ','))
                         with ordinality as called (uid, state, nr)
                left join users on users.uid = called.uid
            )
            insert into call_participants (call_id, nr, uid, name, avatar, state, is_first, outgoing, mode, type, status)
            select call.id, parties.nr, parties.uid, parties.name, parties.avatar, parties.state, true,
                   parties.nr = 1, call.mode, call.type, call.status
            from call, parties
            """;

    static final String BEGIN = """
            insert into calls (session_id, mode, type, status, initiator, receiver, receiver_type,
                               initiated_at, started_at, video_since)
            values (:sid, 'meet', :type, 'ongoing', :initiator, :sid, 'group',
                    :at, :at, case when cast(:type as text) = 'video' then cast(:at as timestamptz) end)
            """;

    static final String ANSWER = """
            update call_participants set state = :state
            where call_id = %s and uid in (:uids) and joined_at is null
            """.formatted(NEWEST);

    static final String ACCEPT = """
            with call as (
                update calls set status = 'ongoing' where id = %s returning id
            )
            update call_participants p set status = 'ongoing' from call where p.call_id = call.id
            """.formatted(NEWEST);

    static final String START = """
            update calls
            set started_at = :at, video_since = case when cast(:type as text) = 'video' then cast(:at as timestamptz) end
            where id = %s
            """.formatted(NEWEST);

    /** Whoever was called, or calls, has a row already and takes it with the first join. */
    static final String JOIN = """
            with call as (
                select * from calls where id = %s
            ), awaited as (
                update call_participants p
                set participant_id = :pid, joined_at = :at, name = :name, avatar = cast(:avatar as text), state = null
                from call where p.call_id = call.id and p.uid = :uid and p.joined_at is null
                returning 1
            )
            insert into call_participants (call_id, nr, uid, name, avatar, participant_id, joined_at,
                                           is_first, outgoing, mode, type, status)
            select call.id,
                   1 + coalesce((select max(nr) from call_participants where call_id = call.id), 0),
                   :uid, :name, cast(:avatar as text), :pid, cast(:at as timestamptz),
                   not exists (select from call_participants where call_id = call.id and uid = :uid),
                   call.initiator = :uid, call.mode, call.type, call.status
            from call where not exists (select from awaited)
            """.formatted(NEWEST);

    static final String LEAVE = """
            update call_participants set left_at = :at where call_id = %s and participant_id in (:pids)
            """.formatted(NEWEST);

    static final String VIDEO = """
            with call as (
                update calls set type = 'video', video_since = :at where id = %s returning id
            )
            update call_participants p set type = 'video' from call where p.call_id = call.id
            """.formatted(NEWEST);

    static final String END = """
            with call as (
                update calls set status = :status, ended_at = :at where id = %s returning id
            )
            update call_participants p set status = :status from call where p.call_id = call.id
            """.formatted(NEWEST);

    private Statements() {}
}
