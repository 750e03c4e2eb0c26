package io.directcall.bridge.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StunMessageTest {
    /** Test vectors of RFC 5769, 2.1 to 2.3. */
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

    private static final byte[] REQUEST = hex("000100582112a442b7e7a701bc34d686fa87dfae"
            + "802200105354554e207465737420636c69656e74"
            + "002400046e0001ff80290008932ff9b151263b36"
            + "00060009 6576746a3a68367659202020"
            + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
            + "80280004e57a3bcf");
    private static final byte[] RESPONSE_IPV4 = hex("0101003c2112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000080001a147e112a643"
            + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
            + "80280004c07d4c96");
    private static final byte[] RESPONSE_IPV6 = hex("010100482112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
            + "00080014a382954e4be67bf11784c97c8292c275bfe3ed41"
            + "80280004c8fb0b4c");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Test
    void readsAndVerifiesTheRequestOfTheRfc() {
        // When
        StunMessage message = StunMessage.parse(REQUEST, REQUEST.length).orElseThrow();

        // Then
        assertThat(message.isBindingRequest()).isTrue();
        assertThat(message.username()).contains("evtj:h6vY");
        assertThat(message.receiverFragment()).contains("evtj");
        assertThat(message.tieBreaker(Stun.ICE_CONTROLLED)).contains(0x932ff9b151263b36L);
        assertThat(message.isAuthentic(PASSWORD)).isTrue();
    }

    @Test
    void verifiesTheResponsesOfTheRfc() {
        // When
        boolean ipv4 = StunMessage.parse(RESPONSE_IPV4, RESPONSE_IPV4.length)
                .orElseThrow()
                .isAuthentic(PASSWORD);
        boolean ipv6 = StunMessage.parse(RESPONSE_IPV6, RESPONSE_IPV6.length)
                .orElseThrow()
                .isAuthentic(PASSWORD);

        // Then
        assertThat(ipv4).isTrue();
        assertThat(ipv6).isTrue();
    }

    @Test
    void refusesEveryAlteredByte() {
        for (int i = 4; i < REQUEST.length - 8; i++) { // all that the integrity covers
            // Given
            byte[] altered = REQUEST.clone();
            altered[i] ^= 0x01;

            // When
            Optional<StunMessage> message = StunMessage.parse(altered, altered.length);

            // Then
            assertThat(message.filter(found -> found.isAuthentic(PASSWORD)))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void refusesTheWrongPassword() {
        // When
        boolean authentic =
                StunMessage.parse(REQUEST, REQUEST.length).orElseThrow().isAuthentic("guessed");

        // Then
        assertThat(authentic).isFalse();
    }

    @Test
    void survivesEveryHostileLength() {
        for (int length = 0; length < REQUEST.length; length++) {
            // Given
            byte[] cut = Arrays.copyOf(REQUEST, length);

            // When
            Optional<StunMessage> message = StunMessage.parse(cut, length);

            // Then
            assertThat(message).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void refusesAttributesThatReachBeyondTheEnd() {
        // Given
        byte[] hostile = REQUEST.clone();
        hostile[22] = (byte) 0xFF;
        hostile[23] = (byte) 0xFF;

        // When
        Optional<StunMessage> message = StunMessage.parse(hostile, hostile.length);

        // Then
        assertThat(message).isEmpty();
    }

    @Test
    void survivesJunk() {
        // Given
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] junk = new byte[random.nextInt(200)];
            random.nextBytes(junk);
            if (junk.length >= 8) {
                junk[0] = 0;
                System.arraycopy(REQUEST, 4, junk, 4, 4);
                junk[2] = (byte) ((junk.length - 20) >> 8);
                junk[3] = (byte) (junk.length - 20);
            }

            // When
            Optional<StunMessage> message = StunMessage.parse(junk, junk.length);

            // Then
            assertThat(message.filter(found -> found.isAuthentic(PASSWORD))).isEmpty();
        }
    }

    @Test
    void writesWhatItCanRead() {
        // Given
        byte[] transactionId = new byte[12];
        byte[] request = Stun.bindingRequest(transactionId, "them:us", "secret", true, 7);

        // When
        StunMessage message = StunMessage.parse(request, request.length).orElseThrow();

        // Then
        assertThat(message.isAuthentic("secret")).isTrue();
        assertThat(message.has(Stun.USE_CANDIDATE)).isTrue();
        assertThat(message.tieBreaker(Stun.ICE_CONTROLLING)).contains(7L);
    }

    @Test
    void tellsTheAddressAsTheRfcDoes() {
        // Given
        StunMessage request = StunMessage.parse(REQUEST, REQUEST.length).orElseThrow();
        InetSocketAddress from = new InetSocketAddress("192.0.2.1", 32853);

        // When
        byte[] response = Stun.bindingSuccess(request.transactionId(), from, PASSWORD);

        // Then
        StunMessage read = StunMessage.parse(response, response.length).orElseThrow();
        assertThat(read.isAuthentic(PASSWORD)).isTrue();
        assertThat(read.attribute(Stun.XOR_MAPPED_ADDRESS))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(hex("0001a147e112a643")));
    }
}
