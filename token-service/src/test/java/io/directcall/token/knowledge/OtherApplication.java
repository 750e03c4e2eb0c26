package io.directcall.token.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.AuthToken;
import io.directcall.contracts.user.User;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.topic.CompactedTopicReader;
import io.directcall.service.topic.TopicView;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** What an application that reads the topics from their beginning knows of users and auth tokens. */
public final class OtherApplication implements AutoCloseable {
    final AuthTokens tokens = new AuthTokens();
    private final Log users = new Log();
    private final List<CompactedTopicReader<?>> readers = new ArrayList<>();

    /** Returns when it has read what there is. */
    public OtherApplication(Map<String, Object> kafka, String topicPrefix, ObjectMapper json) {
        readers.add(new CompactedTopicReader<>(
                kafka, Topic.AUTH_TOKENS.nameWithPrefix(topicPrefix), AuthToken.class, tokens, json));
        readers.add(
                new CompactedTopicReader<>(kafka, Topic.USERS.nameWithPrefix(topicPrefix), User.class, users, json));
        readers.forEach(CompactedTopicReader::start);
        Awaitility.await().until(() -> tokens.complete() && users.complete());
    }

    /** Whose token it is; waits as a request does. */
    Optional<String> uidOf(String token) {
        return tokens.find(token).await().indefinitely();
    }

    /** Whether the token is known at this moment. */
    boolean knows(String token) {
        var answer = tokens.find(token).subscribe().withSubscriber(UniAssertSubscriber.create());
        boolean known = answer.getItem() != null;
        answer.cancel();
        return known;
    }

    /** What was published about a user: its states, and null for a tombstone. */
    public List<User> historyOf(String uid) {
        return users.of(uid);
    }

    @Override
    public void close() {
        readers.forEach(CompactedTopicReader::close);
    }

    private static final class Log implements TopicView<User> {
        private final Map<String, List<User>> byUid = new ConcurrentHashMap<>();
        private volatile boolean complete;

        List<User> of(String uid) {
            return byUid.computeIfAbsent(uid, ignored -> new CopyOnWriteArrayList<>());
        }

        @Override
        public void add(User published) {
            of(published.uid()).add(published);
        }

        @Override
        public void withdraw(String uid) {
            of(uid).add(null);
        }

        @Override
        public boolean complete() {
            return complete;
        }

        @Override
        public void markComplete() {
            complete = true;
        }
    }
}
