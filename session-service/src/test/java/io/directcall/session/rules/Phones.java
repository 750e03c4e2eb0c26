package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.rules.Invitation.Answer;
import java.util.HashMap;
import java.util.Map;

/** The phones of all users, who know of a call what they were told and nothing else. */
final class Phones {
    private enum Phone {
        /** Of the caller, or of one who accepted. */
        IN_CALL,
        RINGING,
        QUIET
    }

    private final Map<String, Phone> phones = new HashMap<>();

    void hear(Notice notice) {
        String uid = notice.uid();
        Phone before = phones.getOrDefault(uid, Phone.QUIET);
        Phone after =
                switch (notice.what()) {
                    case Notice.Incoming ignored -> {
                        assertThat(before).isEqualTo(Phone.QUIET);
                        yield Phone.RINGING;
                    }
                    case Notice.Accepted ignored -> Phone.IN_CALL;
                    case Notice.Rejected rejected -> rejected.by().equals(uid) ? Phone.QUIET : before;
                    case Notice.Cancelled ignored -> Phone.QUIET;
                    case Notice.Unanswered ignored -> Phone.QUIET;
                    case Notice.Ended ignored -> {
                        assertThat(before).as("of %s", uid).isNotEqualTo(Phone.RINGING);
                        yield Phone.QUIET;
                    }
                };
        phones.put(uid, after);
    }

    /** It rings where somebody is called, and nowhere else. */
    void assertFit(Session session) {
        session.invitation()
                .ifPresent(call -> call.callees()
                        .forEach(callee -> assertThat(phones.getOrDefault(callee.uid(), Phone.QUIET))
                                .as("phone of %s in %s", callee, session.life())
                                .isEqualTo(expected(session.life(), callee.answer()))));
    }

    private static Phone expected(Life life, Answer answer) {
        boolean over = life instanceof Life.Ended;
        return switch (answer) {
            case RINGING -> Phone.RINGING;
            case ACCEPTED -> over ? Phone.QUIET : Phone.IN_CALL;
            case REJECTED, BUSY, MISSED -> Phone.QUIET;
        };
    }
}
