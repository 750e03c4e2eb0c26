package io.directcall.infra.postgres;

import io.directcall.infra.InfraFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases on the server at a port of loopback. Names come from this program and are made of {@code [a-z0-9_]}. */
public final class Databases {

    private final String url;

    /** The databases of the server that listens on this port. */
    public Databases(int port) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Makes the database when there is none. */
    public void create(String name) {
        inConnection(statement -> {
            if (!exists(statement, name)) {
                statement.execute("CREATE DATABASE " + name);
            }
        });
    }

    /** Makes the database anew and empty. */
    public void recreate(String name) {
        inConnection(statement -> {
            drop(statement, name);
            statement.execute("CREATE DATABASE " + name);
        });
    }

    /** Removes the database, with the connections that are still open to it. */
    public void drop(String name) {
        inConnection(statement -> drop(statement, name));
    }

    private static void drop(Statement statement, String name) throws SQLException {
        statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            return rows.next();
        }
    }

    private void inConnection(Work work) {
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException e) {
            throw new InfraFailure("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }
}
