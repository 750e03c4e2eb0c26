package io.directcall.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private static final String PEER = "10.0.0.7";

    @ParameterizedTest
    @CsvSource({
        "0, 203.0.113.9, 10.0.0.7", // nobody is believed
        "1, 203.0.113.9, 203.0.113.9",
        "1, '198.51.100.1, 203.0.113.9', 203.0.113.9", // the client wrote the first itself
        "2, '198.51.100.1, 203.0.113.9, 10.0.0.1', 203.0.113.9",
        "2, 203.0.113.9, 203.0.113.9", // asked from between the proxies
        "1, 2001:db8::1, 2001:db8::1",
        "1, unknown, 10.0.0.7",
        "1, '203.0.113.9,', 10.0.0.7",
        "1, evil.example, 10.0.0.7",
    })
    void believesOnlyWhatItsOwnProxiesAdded(int proxies, String header, String expected) {
        // When
        String address = new ClientAddress(proxies).of(List.of(header), PEER);

        // Then
        assertThat(address).isEqualTo(expected);
    }

    @Test
    void aHeaderTwiceIsOneList() {
        // When
        String address = new ClientAddress(1).of(List.of("198.51.100.1", "203.0.113.9"), PEER);

        // Then
        assertThat(address).isEqualTo("203.0.113.9");
    }

    @Test
    void withoutTheHeaderWhoConnectsIsTheClient() {
        // When
        String address = new ClientAddress(1).of(List.of(), PEER);

        // Then
        assertThat(address).isEqualTo(PEER);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:203.0.113.9, 203.0.113.9",
    })
    void countsTheNetworkOfAnAddressOfIpv6(String address, String counted) {
        // When
        Sender.Address sender = ClientAddress.counted(address);

        // Then
        assertThat(sender.id()).isEqualTo(counted);
    }
}
