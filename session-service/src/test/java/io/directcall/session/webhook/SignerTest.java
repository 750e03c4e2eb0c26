package io.directcall.session.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
    /** The example that the libraries of Standard Webhooks test themselves with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @Test
    void signsAsTheSpecificationSays() {
        // When
        String signature = Signer.of(List.of(SECRET)).sign(ID, AT, BODY);

        // Then
        assertThat(signature).isEqualTo(SIGNATURE);
    }

    @Test
    void theTimeCountsInWholeSeconds() {
        // When
        String signature = Signer.of(List.of(SECRET)).sign(ID, AT.plusMillis(999), BODY);

        // Then
        assertThat(signature).isEqualTo(SIGNATURE);
    }

    @Test
    void eachSecretGivesASignature() {
        // When
        String signatures = Signer.of(List.of(OTHER_SECRET, " " + SECRET)).sign(ID, AT, BODY);

        // Then
        assertThat(signatures.split(" ")).hasSize(2).doesNotHaveDuplicates().endsWith(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "whsec_",
                "whsec_not base64 at all, not at all",
                "whsec_c2hvcnQ=",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesWhatIsNoSecretWithoutRepeatingIt(String secret) {
        // When
        var signer = assertThatThrownBy(() -> Signer.of(List.of(secret)));

        // Then
        signer.isInstanceOf(IllegalArgumentException.class).message().contains("openssl rand");
        if (secret.length() > "whsec_".length()) {
            signer.message().doesNotContain(secret);
        }
    }

    @Test
    void refusesToSignWithNothing() {
        // When
        var signer = assertThatThrownBy(() -> Signer.of(List.of()));

        // Then
        signer.isInstanceOf(IllegalArgumentException.class);
    }
}
