package io.directcall.bridge.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketCacheTest {
    private final PacketCache cache = new PacketCache();

    @Test
    void givesBackTheLast512Packets() {
        // When
        for (int i = 0; i < 1000; i++) {
            cache.put(Packets.rtp(100, (65_000 + i) & 0xFFFF, 1));
        }

        // Then
        int newest = 65_999 & 0xFFFF;
        assertThat(cache.get(newest))
                .hasValueSatisfying(
                        packet -> assertThat(packet.sequenceNumber()).isEqualTo(newest));
        assertThat(cache.get((newest - 511) & 0xFFFF)).isPresent();
        assertThat(cache.get((newest - 512) & 0xFFFF)).isEmpty();
    }

    @Test
    void knowsNothingOfPacketsThatNeverCame() {
        // Given
        cache.put(Packets.rtp(100, 5, 1));

        // When
        var found = cache.get(5 + PacketCache.CAPACITY);

        // Then
        assertThat(found).isEmpty();
    }
}
