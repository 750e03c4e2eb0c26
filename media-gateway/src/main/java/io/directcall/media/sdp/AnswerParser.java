package io.directcall.media.sdp;

import static io.directcall.media.sdp.SdpException.quote;

import io.directcall.media.sdp.SdpException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a client's answer. One pass, no regular expression over the whole text, bounded in characters, lines and m-lines: a hostile
 * answer costs no more than a long honest one. Attributes that the gateway does not need are skipped unread.
 */
public final class AnswerParser {
    /** Characters of an answer, as many as a request may have. */
    public static final int MAX_LENGTH = 256 * 1024;

    static final int MAX_LINES = 16_384;
    static final int MAX_LINE_LENGTH = 4_096;
    /** Three own m-lines and three for each of some 160 others. */
    static final int MAX_MEDIA = 512;

    private final SectionReader session = SectionReader.session();
    private final List<SectionReader> sections = new ArrayList<>();

    private AnswerParser() {}

    /** @throws SdpException naming the first thing that is wrong */
    public static Answer parse(String sdp) {
        if (sdp == null || sdp.isBlank()) {
            throw new SdpException(Problem.EMPTY, "no SDP");
        }
        if (sdp.length() > MAX_LENGTH) {
            throw new SdpException(Problem.TOO_LARGE, sdp.length() + " characters, at most " + MAX_LENGTH);
        }
        var parser = new AnswerParser();
        parser.read(sdp);
        return parser.answer();
    }

    private void read(String sdp) {
        int count = 0;
        int start = 0;
        while (start < sdp.length()) {
            int end = sdp.indexOf('\n', start);
            int next = end < 0 ? sdp.length() : end + 1;
            int stop = end < 0 ? sdp.length() : end;
            if (stop > start && sdp.charAt(stop - 1) == '\r') {
                stop--;
            }
            if (++count > MAX_LINES) {
                throw new SdpException(Problem.TOO_MANY_LINES, "more than " + MAX_LINES);
            }
            if (stop - start > MAX_LINE_LENGTH) {
                throw new SdpException(Problem.LINE_TOO_LONG, "line " + count + " is over " + MAX_LINE_LENGTH);
            }
            line(sdp.substring(start, stop), count);
            start = next;
        }
    }

    private void line(String line, int number) {
        if (number == 1 && !line.equals("v=0")) {
            throw new SdpException(Problem.NOT_SDP, "starts with " + quote(line));
        }
        if (line.isEmpty()) {
            return;
        }
        if (line.length() < 2 || line.charAt(1) != '=') {
            throw new SdpException(Problem.NOT_SDP, "line " + number + " is " + quote(line));
        }
        if (hasControlCharacter(line)) {
            throw new SdpException(Problem.BAD_CHARACTER, "control character in line " + number);
        }
        switch (line.charAt(0)) {
            case 'm' -> startMedia(line);
            case 'a' -> (sections.isEmpty() ? session : sections.getLast()).attribute(line.substring(2));
            default -> {
                // Neither the origin nor the address nor the bandwidth of a client matters to a bridge.
            }
        }
    }

    /** A loop: the answer of one in a call of thirty has some two thousand lines. */
    private static boolean hasControlCharacter(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x20 || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private void startMedia(String line) {
        if (sections.size() == MAX_MEDIA) {
            throw new SdpException(Problem.TOO_MANY_MEDIA, "more than " + MAX_MEDIA + " m-lines");
        }
        sections.add(SectionReader.media(line.substring(2)));
    }

    private Answer answer() {
        if (sections.isEmpty()) {
            throw new SdpException(Problem.NO_MEDIA, "no m-line");
        }
        Set<String> mids = new HashSet<>();
        Set<Long> ssrcs = new HashSet<>();
        var lines = new ArrayList<Answer.Line>(sections.size());
        for (SectionReader section : sections) {
            Answer.Line line = section.line(session);
            if (!mids.add(line.mid())) {
                throw new SdpException(Problem.DUPLICATE_MID, quote(line.mid()));
            }
            for (Long ssrc : Layer.ssrcs(line.layers()).toList()) {
                if (!ssrcs.add(ssrc)) {
                    throw new SdpException(Problem.DUPLICATE_SSRC, String.valueOf(ssrc));
                }
            }
            lines.add(line);
        }
        return new Answer(TransportReader.read(session, sections), lines);
    }
}
