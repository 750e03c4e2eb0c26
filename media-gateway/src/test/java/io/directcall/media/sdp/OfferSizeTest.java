package io.directcall.media.sdp;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How large offers become; docs/scale.md counts with what it prints. */
class OfferSizeTest {
    /** What a Kafka broker takes by default. An offer travels as JSON, which costs it a character a line. */
    private static final int LARGEST_MESSAGE = 1_000_000;

    private final List<String> sections = List.of(Resources.sdp("offer-others").split("(?=m=)"));

    /** The offer to one of so many who all send microphone and camera, made of the parts of a recorded one. */
    private String offer(int participants) {
        String remote = sections.stream()
                .filter(section -> section.contains("a=sendonly"))
                .collect(joining());
        String own = sections.stream()
                .filter(section -> !section.contains("a=sendonly") && !section.contains("a=inactive"))
                .collect(joining());
        StringBuilder offer = new StringBuilder(own);
        Random ids = new Random(participants);
        for (int other = 1; other < participants; other++) {
            String ssrc = String.valueOf(ids.nextInt(1_000_000_000, Integer.MAX_VALUE));
            String participant = HexFormat.of().toHexDigits(ids.nextInt());
            offer.append(remote.replaceAll("a=ssrc:\\d+", "a=ssrc:" + ssrc).replace("aaaa0001", participant));
        }
        return offer.toString();
    }

    private static int compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.size();
    }

    @Test
    void fitsAMessageAlsoInACallOfThreeHundred() {
        // When
        Stream.of(2, 3, 10, 30, 100, 300)
                .forEach(size -> System.out.printf(
                        "offer to one of %3d: %7d bytes, %6d compressed%n",
                        size, offer(size).length(), compressed(offer(size))));

        // Then
        String largest = offer(300);
        assertThat(largest.length() + largest.lines().count()).isLessThan(LARGEST_MESSAGE);
    }
}
