package io.directcall.media.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the service under test. */
public final class Database {
    private Database() {}

    public static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of the first row. */
    public static String read(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Kills the connection of who saves an endpoint of the session in a state, in the midst of the transaction.
     *
     * @param times how often, then it lets go
     */
    public static void killWhoSaves(String sessionId, String state, int times) {
        execute("drop sequence if exists kills");
        execute("create sequence kills");
        execute("""
                create or replace function kill_who_saves() returns trigger language plpgsql as $$ begin
                    if new.session_id = tg_argv[0] and new.state = tg_argv[1] and nextval('kills') <= cast(tg_argv[2] as int) then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return new;
                end $$""");
        execute("create trigger kill_who_saves before insert or update on endpoint for each row execute function"
                + " kill_who_saves('%s', '%s', '%d')".formatted(sessionId, state, times));
    }

    /** Ends all connections of the service, in whatever they are. */
    public static void breakConnections() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    /** How often {@link #killWhoSaves} met somebody. */
    public static int kills() {
        return Integer.parseInt(read("select case when is_called then last_value else 0 end from kills"));
    }

    public static void killNobody() {
        execute("drop trigger if exists kill_who_saves on endpoint");
    }

    private static Connection connect() throws SQLException {
        return Arc.container().instance(AgroalDataSource.class).get().getConnection();
    }
}
