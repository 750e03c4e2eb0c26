package io.directcall.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditActor.Kind;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.session.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aLineSaysWhoDidWhatToWhomFromWhere() {
        // Given
        var server = new AuditActor(Kind.API_KEY, "config-0123abcd", "203.0.113.9");

        // When
        String line = AuditLog.line(
                new AuditEvent.CallTokenIssued(AT, server, "ada", "room", "j1", Role.MODERATOR, AT.plusSeconds(60)));

        // Then
        assertThat(line)
                .isEqualTo("CallTokenIssued uid=ada session=room jti=j1 role=MODERATOR expires=2026-03-01T10:01:00Z"
                        + " by-api-key=config-0123abcd from=203.0.113.9");
    }

    @Test
    void whatNobodyAskedForIsTheSystems() {
        // When
        String line = AuditLog.line(new AuditEvent.SigningKeyMade(AT, AuditActor.SYSTEM, "k2", AT));

        // Then
        assertThat(line).isEqualTo("SigningKeyMade kid=k2 signs-from=2026-03-01T10:00:00Z by-system");
    }
}
