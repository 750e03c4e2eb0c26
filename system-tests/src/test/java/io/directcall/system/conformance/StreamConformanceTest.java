package io.directcall.system.conformance;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.directcall.system.conformance.Room.Person;
import io.directcall.system.conformance.StrictParser.Event;
import io.directcall.system.suite.RunningSuite;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers, resuming, gaps, addresses, ends and limits, with Java's HTTP client and the standard's grammar. */
@ExtendWith(Target.Resolver.class)
class StreamConformanceTest {
    /** Of streams that one user may have: what an installation allows beyond that is not tried. */
    private static final int MOST_TRIED = 60;

    private final List<LiveStream> opened = new ArrayList<>();
    private Target target;
    private Room room;

    @BeforeEach
    void connect(Target tested) {
        target = tested;
        room = new Room(tested.api());
    }

    @AfterEach
    void close() {
        opened.forEach(LiveStream::close);
    }

    private LiveStream open(String path, Person who, String... more) {
        return open(target.stream(path), who, more);
    }

    private LiveStream open(URI uri, Person who, String... more) {
        String[] headers = Stream.concat(Stream.of("callToken", who.callToken()), Stream.of(more))
                .toArray(String[]::new);
        return keep(LiveStream.open(uri, headers));
    }

    private LiveStream keep(LiveStream stream) {
        opened.add(stream);
        return stream;
    }

    @Test
    void is_an_event_stream_that_nobody_stores_compresses_or_holds_back() {
        // Given
        Person ada = room.join("participant");

        // When
        LiveStream stream = open(room.fromJoin(ada), ada, "Accept-Encoding", "gzip, deflate, br, zstd");

        // Then
        var headers = stream.response().headers();
        assertThat(stream.status()).isEqualTo(200);
        assertThat(headers.firstValue("content-type")).hasValue("text/event-stream");
        assertThat(headers.firstValue("cache-control")).hasValue("no-store");
        assertThat(headers.firstValue("x-accel-buffering")).hasValue("no");
        assertThat(headers.firstValue("content-encoding")).isEmpty();
        stream.await("ParticipantJoined");
        assertThat(stream.comments()).first().isEqualTo("connected");
        assertThat(stream.retry()).isPositive();
    }

    @Test
    void is_the_same_by_http_2() {
        // Given
        Person ada = room.join("participant");
        LiveStream first = open(room.fromJoin(ada), ada);

        // When
        LiveStream second =
                keep(LiveStream.openHttp2(target.directStream(room.fromJoin(ada)), "callToken", ada.callToken()));
        room.wave(ada, 3);

        // Then
        assertThat(second.response().version()).isEqualTo(Version.HTTP_2);
        first.awaitChanges(3);
        second.awaitChanges(3);
        assertThat(second.changes())
                .extracting(Event::data)
                .isEqualTo(first.changes().stream().map(Event::data).toList());
    }

    @Test
    void goes_on_after_the_id_in_the_header_or_in_the_query_and_the_header_wins() {
        // Given
        Person ada = room.join("participant");
        LiveStream first = open(room.fromJoin(ada), ada);
        room.wave(ada, 3);
        first.awaitChanges(3);
        List<String> changes = first.changes().stream().map(Event::data).toList();
        String afterFirst = first.changes().getFirst().lastEventId();
        String afterSecond = first.changes().get(1).lastEventId();

        // When
        LiveStream byHeader = open(room.fromJoin(ada), ada, "Last-Event-ID", afterFirst);
        LiveStream byQuery = open(room.path(ada, "&lastEventId=" + afterFirst), ada);
        LiveStream both = open(room.path(ada, "&lastEventId=" + afterFirst), ada, "Last-Event-ID", afterSecond);

        // Then
        room.raiseHand(ada, false);
        for (LiveStream resumed : List.of(byHeader, byQuery)) {
            resumed.awaitChanges(3);
            assertThat(resumed.changes())
                    .extracting(Event::data)
                    .startsWith(changes.get(1), changes.get(2))
                    .hasSize(3);
        }
        both.awaitChanges(2);
        assertThat(both.changes())
                .extracting(Event::data)
                .startsWith(changes.get(2))
                .hasSize(2);
    }

    @Test
    void tells_of_a_gap_when_the_id_is_of_another_log() {
        // Given
        Person ada = room.join("participant");
        String id = "900000000000000-900000000000000";

        // When
        LiveStream stream = open(room.path(ada, ""), ada, "Last-Event-ID", id);

        // Then
        stream.await("gap");
        assertThat(stream.events().getFirst().data())
                .contains("\"from\":\"" + id + "\"")
                .contains("\"to\"");
        room.wave(ada, 1);
        stream.awaitChanges(1);
    }

    @Test
    void refuses_what_is_no_id_and_whom_it_does_not_know() {
        // Given
        Person ada = room.join("participant");

        // When
        List<Integer> statuses = List.of(
                open(room.path(ada, ""), ada, "Last-Event-ID", "yesterday").status(),
                open(room.path(ada, ""), ada, "Accept", "application/json").status(),
                open("sessions/another/events", ada).status(),
                keep(LiveStream.open(target.stream(room.path(ada, "")), "Accept", "text/event-stream"))
                        .status());

        // Then
        assertThat(statuses).containsExactly(400, 406, 403, 401);
    }

    @Test
    void gives_each_only_what_is_for_it() {
        // Given
        Person moderator = room.join("moderator");
        Person ada = room.join("participant");
        Person mallory = room.join("participant");
        LiveStream moderators = open(room.fromJoin(moderator), moderator);
        LiveStream adas = open(room.fromJoin(ada), ada);
        LiveStream viewers = open(room.fromJoin(ada), room.guest("viewer"));
        LiveStream impostors = open(room.fromJoin(moderator), ada);
        LiveStream users = keep(LiveStream.open(
                target.stream("users/" + moderator.uid() + "/events"),
                "authToken",
                target.api().authToken(moderator.uid())));

        // When
        room.kick(moderator, mallory, true);
        moderators.await("UserBanned");
        adas.await("OfferReady");
        room.wave(ada, 1);

        // Then
        for (LiveStream other : List.of(adas, viewers, impostors)) {
            other.awaitChanges(1);
            assertThat(other.types()).contains("ParticipantLeft").doesNotContain("UserBanned");
        }
        assertThat(moderators.events())
                .filteredOn(event -> event.type().equals("UserBanned"))
                .singleElement()
                .satisfies(banned -> assertThat(banned.data()).contains(mallory.uid()));
        assertThat(Stream.of(moderators, viewers, impostors).flatMap(other -> other.events().stream()))
                .filteredOn(event -> event.type().equals("OfferReady"))
                .noneSatisfy(offer -> assertThat(offer.data()).contains("\"participantId\":\"" + ada.participantId()));
        assertThat(users.events()).isEmpty();
    }

    @Test
    void ends_with_the_participant_and_tells_whoever_comes_back_to_stay_away() {
        // Given
        Person ada = room.join("participant");
        room.join("participant");
        LiveStream stream = open(room.fromJoin(ada), ada);

        // When
        room.leave(ada);

        // Then
        stream.awaitEnd();
        requireLast(stream, "ParticipantLeft", "participant-left");
        assertThat(open(room.path(ada, ""), ada, "Last-Event-ID", stream.lastEventId())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void ends_with_the_session_for_who_only_looks_on() {
        // Given
        Person ada = room.join("participant");
        Person viewer = room.guest("viewer");
        LiveStream stream = open("sessions/" + room.session() + "/events?cursor=" + ada.cursor(), viewer);

        // When
        room.end();

        // Then
        stream.awaitEnd();
        requireLast(stream, "SessionEnded", "session-ended");
        assertThat(open("sessions/" + room.session() + "/events?lastEventId=" + stream.lastEventId(), viewer)
                        .status())
                .isEqualTo(204);
    }

    /** The id of the event before tells it too, for whoever did not get the last frame. */
    private static void requireLast(LiveStream stream, String type, String reason) {
        List<Event> lastTwo = stream.events()
                .subList(stream.events().size() - 2, stream.events().size());
        assertThat(lastTwo).extracting(Event::type).containsExactly(type, "end");
        assertThat(lastTwo).extracting(Event::lastEventId).allMatch(id -> id.endsWith("-end"));
        assertThat(lastTwo.get(1).data()).isEqualTo("{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void ends_when_the_token_is_revoked() {
        // Given
        Person viewer = room.guest("viewer");
        LiveStream stream = open("sessions/" + room.session() + "/events", viewer);

        // When
        room.revokeTokensOf(viewer);

        // Then
        stream.awaitEnd();
        assertThat(stream.events().getLast().data()).isEqualTo("{\"reason\":\"token-revoked\"}");
        assertThat(open("sessions/" + room.session() + "/events", viewer).status())
                .isEqualTo(401);
    }

    @Test
    void allows_a_user_so_many_streams_and_one_that_ends_makes_room() {
        // Given
        Person ada = room.guest("participant");
        String path = "sessions/" + room.session() + "/events";
        List<LiveStream> streams = new ArrayList<>();
        do {
            streams.add(open(path, ada));
        } while (streams.getLast().status() == 200 && streams.size() < MOST_TRIED);
        LiveStream refused = streams.removeLast();
        assumeTrue(refused.status() != 200, "a user may have more streams here than are tried");

        // When
        streams.getFirst().close();

        // Then
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("retry-after")).isPresent();
        within(20).until(() -> open(path, ada).status() == 200);
    }

    @Test
    void a_replica_that_stops_sends_its_clients_away_and_nothing_is_lost() {
        // Given
        RunningSuite suite = target.suite().orElse(null);
        assumeTrue(suite != null, "nobody may stop a part of another installation");
        Person ada = room.join("participant");
        LiveStream before = open(room.fromJoin(ada), ada);
        room.wave(ada, 2);
        before.awaitChanges(2);

        // When
        suite.stop("events-service");
        room.wave(ada, 3);
        suite.startAgain("events-service");

        // Then
        before.awaitEnd();
        assertThat(before.events().getLast().data()).isEqualTo("{\"reason\":\"draining\"}");
        LiveStream after = open(room.path(ada, ""), ada, "Last-Event-ID", before.lastEventId());
        after.awaitChanges(3);
        assertThat(after.changes()).hasSize(3).doesNotHaveDuplicates();
    }
}
