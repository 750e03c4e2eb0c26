package io.directcall.media.sdp;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Text that may or may not be an answer. */
final class AnySdp {
    static final List<String> RECORDED = Stream.of(
                    "alone", "others", "left", "viewer", "sharing", "simulcast", "simulcast-others", "vp9")
            .flatMap(name -> Stream.of("answer-chromium-" + name, "answer-firefox-" + name))
            .map(Resources::sdp)
            .toList();

    private static final List<String> WORDS = List.of(
            "v=0",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "m=video 9 UDP/TLS/RTP/SAVPF 100 96",
            "m=video 0 UDP/TLS/RTP/SAVPF 0",
            "a=mid:",
            "a=sendonly",
            "a=sendrecv",
            "a=ssrc:",
            "a=ssrc-group:FID ",
            "a=ssrc-group:SIM ",
            "a=ice-ufrag:abcd",
            "a=ice-pwd:0123456789abcdef012345",
            "a=fingerprint:sha-256 " + "AB:".repeat(31) + "AB",
            "a=setup:active",
            "a=rid:0 send",
            " ",
            ":",
            "=",
            "\r\n",
            "\n",
            "0",
            "1",
            "2",
            "3",
            "4294967295",
            "99999999999",
            "\u0000",
            "\ud800",
            "\u0663");

    private AnySdp() {}

    /** A recorded answer with a few places cut out, doubled, overwritten or swapped for words of the language. */
    static Arbitrary<String> damaged() {
        Arbitrary<Long> seeds = Arbitraries.longs();
        return Combinators.combine(
                        Arbitraries.of(RECORDED), seeds, Arbitraries.integers().between(1, 12))
                .as((sdp, seed, times) -> damage(sdp, new Random(seed), times));
    }

    private static String damage(String sdp, Random random, int times) {
        var text = new StringBuilder(sdp);
        for (int i = 0; i < times && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(120));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x180));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                case 3 -> text.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
                default -> swapLines(text, random);
            }
        }
        return text.toString();
    }

    private static void swapLines(StringBuilder text, Random random) {
        String[] lines = text.toString().split("\r\n", -1);
        int from = random.nextInt(lines.length);
        int to = random.nextInt(lines.length);
        String moved = lines[from];
        lines[from] = lines[to];
        lines[to] = moved;
        text.setLength(0);
        text.append(String.join("\r\n", lines));
    }

    /** Words of the language in any order. */
    static Arbitrary<String> babble() {
        return Arbitraries.of(WORDS)
                .list()
                .ofMaxSize(200)
                .map(words -> "v=0\n" + words.stream().collect(Collectors.joining()));
    }

    /** The longest texts that are read, each full of what costs most to read. */
    static List<String> heavy() {
        return Stream.of(
                        "a=ssrc:%d cname:x\n",
                        "a=ssrc-group:FID %d 7\n",
                        "a=ssrc-group:FEC-FR %d 7\n",
                        "a=ssrc-group:SIM 1 2 3 4 5 6 7 8 9\n",
                        "m=audio 9 X 0\na=mid:%d\na=sendonly\na=ssrc:%d x\n",
                        "m=audio 9 X 0\na=mid:%d\na=ice-ufrag:u%d\n",
                        "a=fingerprint:sha-256 %d\n",
                        "a=ice-pwd:" + "x".repeat(240) + "\n",
                        "a=" + "x".repeat(4000) + "\n",
                        "a=mid:" + "x".repeat(4000) + "\n",
                        "a=x\n",
                        "\n")
                .map(AnySdp::fill)
                .toList();
    }

    private static String fill(String line) {
        var text = new StringBuilder("v=0\nm=video 9 UDP/TLS/RTP/SAVPF 100 96\na=mid:m\na=sendonly\n");
        for (int i = 1; text.length() < AnswerParser.MAX_LENGTH - 2 * line.length() - 20; i++) {
            text.append(line.replace("%d", String.valueOf(i)));
        }
        return text.toString();
    }
}
