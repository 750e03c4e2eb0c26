package io.directcall.system.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes calls straight into the database of a suite: by its API a million would take hours. */
final class HistoryRows {
    /** Skewed as life is: one user in a tenth of the calls, nine more busy ones, the others alike. */
    private static final String PEOPLE = """
            create unlogged table bench_people as
            select n, nr,
                   'bench-' || case when pick < 0.04 then 1
                                    when pick < 0.12 then 2 + floor(other * 9)
                                    else 1 + floor(other * 10000) end as uid
            from (select n, nr, random() as pick, random() as other
                  from generate_series(1, ?) n, generate_series(1, 4) nr
                  where nr <= 2 + n % 3) dice
            """;

    /** Two of three calls rang, most of them took place, one in five was for a group. */
    private static final String CALLS = """
            insert into calls (session_id, mode, type, status, initiator, receiver, receiver_type,
                               initiated_at, started_at, video_since, ended_at)
            select 'bench-' || drawn.n, mode, type, status, caller.uid,
                   case when mode = 'meet' then 'bench-' || drawn.n when team then 'bench-team-' || drawn.n % 500 else callee.uid end,
                   case when mode = 'meet' or team then 'group' else 'user' end,
                   at, case when status = 'ended' then at end,
                   case when status = 'ended' and type = 'video' then at end, at + interval '7 minutes'
            from (select n, mode, type, n % 5 = 0 as team,
                         timestamptz '2026-01-01' + n * interval '1 minute' as at,
                         case when mode = 'meet' or outcome < 0.7 then 'ended' when outcome < 0.85 then 'unanswered'
                              when outcome < 0.92 then 'rejected' when outcome < 0.97 then 'cancelled'
                              else 'busy' end as status
                  from (select n, random() as outcome, case when n % 3 = 0 then 'meet' else 'call' end as mode,
                               case when n % 4 = 0 then 'audio' else 'video' end as type
                        from generate_series(1, ?) n) dice) drawn
            join bench_people caller on caller.n = drawn.n and caller.nr = 1
            join bench_people callee on callee.n = drawn.n and callee.nr = 2
            order by drawn.n
            """;

    private static final String PARTICIPANTS = """
            insert into call_participants (call_id, nr, uid, name, participant_id, joined_at, left_at,
                                           is_first, outgoing, mode, type, status)
            select calls.id, people.nr, people.uid, 'User ' || people.uid,
                   case when started_at is not null then substr(md5(calls.id || '-' || people.nr), 1, 16) end,
                   started_at, case when started_at is not null then ended_at end,
                   row_number() over (partition by calls.id, people.uid order by people.nr) = 1,
                   people.uid = calls.initiator, mode, type, status
            from calls join bench_people people on calls.session_id = 'bench-' || people.n
            order by calls.id, people.nr
            """;

    private final String url;

    HistoryRows(int postgresPort) {
        this.url = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/session_service?user=postgres&password=postgres";
    }

    void fill(int calls) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            execute(database, PEOPLE, calls);
            statement.execute("create index on bench_people (n)");
            execute(database, CALLS, calls);
            statement.execute(PARTICIPANTS);
            statement.execute("drop table bench_people");
            // As PostgreSQL does by itself when rows come one by one.
            statement.execute("vacuum analyze calls");
            statement.execute("vacuum analyze call_participants");
        }
    }

    private static void execute(Connection database, String sql, int calls) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setInt(1, calls);
            statement.execute();
        }
    }
}
