package io.directcall.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.CallType;
import io.directcall.session.history.log.Spent;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Looks at a session each second and makes a stroke for everybody who is in it: the simplest way to count minutes. */
final class Clerk {
    private final Map<String, Integer> audioSeconds = new HashMap<>();
    private final Map<String, Integer> videoSeconds = new HashMap<>();

    void watch(Session session, int seconds) {
        if (!(session.life() instanceof Life.Active active)) {
            return;
        }
        Map<String, Integer> strokes = active.type() == CallType.AUDIO ? audioSeconds : videoSeconds;
        session.members().forEach(member -> strokes.merge(member.id(), seconds, Integer::sum));
    }

    void assertAgrees(Book book, Instant now) {
        for (Book.Page call : book.calls()) {
            call.parts().forEach((id, part) -> {
                Instant until = part.leftAt().or(call::endedAt).orElse(now);
                Spent spent = Spent.between(part.joinedAt(), until, call.videoSince());
                assertThat(spent.audio()).as("audio of %s", id).isEqualTo(seconds(audioSeconds, id));
                assertThat(spent.video()).as("video of %s", id).isEqualTo(seconds(videoSeconds, id));
            });
        }
    }

    private static Duration seconds(Map<String, Integer> strokes, String id) {
        return Duration.ofSeconds(strokes.getOrDefault(id, 0));
    }
}
