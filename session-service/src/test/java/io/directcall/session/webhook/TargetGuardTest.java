package io.directcall.session.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetGuardTest {
    @ParameterizedTest
    @CsvSource({
        // Public
        "1.1.1.1, true",
        "8.8.8.8, true",
        "9.255.255.255, true",
        "11.0.0.0, true",
        "100.63.255.255, true",
        "100.128.0.0, true",
        "172.15.255.255, true",
        "172.32.0.0, true",
        "192.167.255.255, true",
        "192.169.0.0, true",
        "223.255.255.255, true",
        "2606:4700:4700::1111, true",
        "2a00:1450:4001:80b::200e, true",
        // Unspecified, loopback, private
        "0.0.0.0, false",
        "0.1.2.3, false",
        "127.0.0.1, false",
        "127.255.255.254, false",
        "10.0.0.1, false",
        "10.255.255.255, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "192.168.0.1, false",
        "192.168.255.255, false",
        // Carrier-grade NAT, link-local with the metadata of clouds
        "100.64.0.0, false",
        "100.127.255.255, false",
        "169.254.0.1, false",
        "169.254.169.254, false",
        // IETF, documentation, benchmarks
        "192.0.0.8, false",
        "192.0.2.1, false",
        "192.88.99.1, false",
        "198.18.0.1, false",
        "198.19.255.255, false",
        "198.51.100.7, false",
        "203.0.113.9, false",
        // Multicast, reserved, broadcast
        "224.0.0.1, false",
        "239.255.255.255, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        // The same in IPv6
        "::, false",
        "::1, false",
        "fc00::1, false",
        "fd12:3456:789a::1, false",
        "fe80::1, false",
        "fec0::1, false",
        "ff02::1, false",
        "100::1, false",
        "2001:db8::1, false",
        "2001::1, false",
        "3fff::1, false",
        "5f00::1, false",
        // IPv4 within IPv6: mapped, compatible, NAT64, 6to4
        "::ffff:127.0.0.1, false",
        "::ffff:10.0.0.1, false",
        "::ffff:169.254.169.254, false",
        "::ffff:1.1.1.1, true",
        "::127.0.0.1, false",
        "::1.1.1.1, false",
        "64:ff9b::a9fe:a9fe, false",
        "64:ff9b::0101:0101, true",
        "64:ff9b:1::0101:0101, false",
        "2002:7f00:1::1, false",
        "2002:a9fe:a9fe::1, false",
        "2002:0101:0101::1, true",
    })
    void tellsPublicAddressesFromOthers(String literal, boolean expected) throws UnknownHostException {
        // When
        boolean found = TargetGuard.isPublic(InetAddress.getByName(literal));

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void oneAddressThatIsNotPublicIsOneTooMany() throws UnknownHostException {
        // Given
        Target target = Given.target("crm", "https://crm.example", false);

        // When
        var objection = TargetGuard.objection(
                target, List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")));

        // Then
        assertThat(objection)
                .hasValueSatisfying(
                        text -> assertThat(text).contains("10.0.0.1", "directcall.webhooks.crm.allow-private"));
    }

    @Test
    void whoAllowsItReachesAnyAddress() throws UnknownHostException {
        // Given
        Target target = Given.target("crm", "https://crm.example", true);

        // When
        var objection = TargetGuard.objection(target, List.of(InetAddress.getByName("10.0.0.1")));

        // Then
        assertThat(objection).isEmpty();
    }
}
