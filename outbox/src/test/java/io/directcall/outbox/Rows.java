package io.directcall.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;

/** Writes rows as a service would, but wakes nobody. */
final class Rows {
    private Rows() {}

    static void insert(Pool pool, int lane, String key, int n) {
        insert(pool, lane, List.of(key), n, n);
    }

    /** The numbers of a range for each key, the keys in turn. */
    static void insert(Pool pool, int lane, List<String> keys, int from, int to) {
        pool.preparedQuery("""
                        insert into outbox (lane, topic, message_key, payload)
                        select $1, 'SESSION_EVENTS', key, '{"n":' || n || '}'
                        from generate_series($3::int, $4::int) n, unnest($2::text[]) key order by n, key""")
                .execute(Tuple.of((short) lane, keys.toArray(String[]::new), from, to))
                .await()
                .indefinitely();
    }

    /** What {@link #insert} lets come to the topic. */
    static List<String> payloads(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> "{\"n\":" + n + "}")
                .toList();
    }

    static long left(Pool pool, String key) {
        return count(pool, "select count(*) from outbox where message_key = $1", Tuple.of(key));
    }

    static long left(Pool pool, int lane) {
        return count(pool, "select count(*) from outbox where lane = $1", Tuple.of((short) lane));
    }

    static long count(Pool pool, String query, Tuple parameters) {
        return pool.preparedQuery(query)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
