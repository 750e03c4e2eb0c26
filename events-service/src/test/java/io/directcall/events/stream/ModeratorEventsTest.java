package io.directcall.events.stream;

import static io.directcall.events.testing.EventLog.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.Role;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who tries to hear what is for the moderators of a session. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class ModeratorEventsTest {
    private static final String BANNED = "{\"type\":\"UserBanned\",\"uid\":\"mallory\",\"audience\":\"moderators\"}";
    private static final String NEWER = "{\"type\":\"Newer\",\"audience\":[\"moderators\",\"hosts\"]}";

    private static Streams streams;

    private final String session = Streams.newSession();
    private final List<SseClient> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        streams = new Streams();
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    @AfterEach
    void close() {
        opened.forEach(SseClient::close);
    }

    @Test
    void onlyModeratorsOfTheSessionReceiveIt() {
        // Given
        SseClient moderator = open(session, Role.MODERATOR, "mo", "?participantId=p-mo");
        SseClient dashboard = open(session, Role.MODERATOR, "mo", "");
        List<SseClient> others = List.of(
                open(session, Role.PARTICIPANT, "ada", "?participantId=p-ada"),
                open(session, Role.PARTICIPANT, "mallory", "?participantId=p-mo"),
                open(session, Role.PARTICIPANT, "mo", "?participantId=p-mo"),
                open(
                        session,
                        Role.PARTICIPANT,
                        "mallory",
                        "?participantId=p-mallory&role=moderator&audience=moderators"),
                open(session, Role.VIEWER, "vi", "?participantId=p-vi"),
                open(session, Role.PARTICIPANT, "ada", ""));

        // When
        streams.log().session(session, NEWER);
        streams.log().session(session, BANNED);
        streams.log().session(session, numbered(1));

        // Then
        assertThat(data(moderator, 2)).containsExactly(BANNED, numbered(1));
        assertThat(data(dashboard, 2)).containsExactly(BANNED, numbered(1));
        assertThat(others).allSatisfy(other -> assertThat(data(other, 1)).containsExactly(numbered(1)));
    }

    @Test
    void whoResumesReceivesNoMoreThanWhoStayed() {
        // Given
        String id;
        try (SseClient ada = open(session, Role.PARTICIPANT, "ada", "?participantId=p-ada")) {
            streams.log().session(session, numbered(1));
            id = ada.awaitEvents(1).getFirst().id();
        }
        streams.log().session(session, BANNED);
        streams.log().session(session, numbered(2));

        // When
        SseClient ada = open(session, Role.PARTICIPANT, "ada", "?participantId=p-ada&lastEventId=" + id);
        SseClient moderator = open(session, Role.MODERATOR, "mo", "?participantId=p-mo&lastEventId=" + id);

        // Then
        assertThat(data(ada, 1)).containsExactly(numbered(2));
        assertThat(data(moderator, 2)).containsExactly(BANNED, numbered(2));
    }

    @Test
    void neitherAnotherSessionNorTheStreamOfAUserReceivesIt() {
        // Given: a user whose uid is the id of the session
        SseClient other = open(Streams.newSession(), Role.MODERATOR, "mo", "?participantId=p-mo");
        SseClient user = keep(SseClient.openWithAuthToken(
                Streams.userUri(session, ""), TestAuthTokens.start().token(session)));
        SseClient moderator = open(session, Role.MODERATOR, "mo", "");
        String call = "{\"type\":\"IncomingCall\",\"uid\":\"" + session + "\"}";

        // When
        streams.log().user(session, BANNED);
        streams.log().user(session, call);
        streams.log().session(session, BANNED);

        // Then
        assertThat(data(moderator, 1)).containsExactly(BANNED);
        assertThat(data(user, 1)).containsExactly(call);
        assertThat(other.events()).isEmpty();
    }

    private SseClient open(String sessionId, Role role, String uid, String query) {
        return keep(
                SseClient.open(Streams.uri(sessionId, query), streams.tokens().token(sessionId, uid, role)));
    }

    private SseClient keep(SseClient client) {
        opened.add(client);
        return client;
    }

    private static List<String> data(SseClient client, int count) {
        return client.awaitEvents(count).stream().map(SseEvent::data).toList();
    }
}
