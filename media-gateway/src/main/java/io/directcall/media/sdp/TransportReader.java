package io.directcall.media.sdp;

import static io.directcall.media.sdp.SdpException.quote;

import io.directcall.media.sdp.SdpException.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds the one transport that all m-lines of an answer share, and checks that a bridge could use it. */
final class TransportReader {
    // The bounds of RFC 8445 for the two ICE credentials.
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PWD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final Pattern HEX_PAIRS = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}");
    /** Hash functions with the number of bytes of their result. */
    private static final Map<String, Integer> HASHES = Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

    private TransportReader() {}

    static ClientTransport read(SectionReader session, List<SectionReader> sections) {
        String ufrag = shared(session, sections, SectionReader::ufrag, Problem.BAD_ICE, "ice-ufrag");
        String pwd = shared(session, sections, SectionReader::pwd, Problem.BAD_ICE, "ice-pwd");
        String fingerprint =
                shared(session, sections, SectionReader::fingerprint, Problem.BAD_FINGERPRINT, "fingerprint");
        String setup = shared(session, sections, SectionReader::setup, Problem.BAD_SETUP, "setup");
        if (!UFRAG.matcher(ufrag).matches() || !PWD.matcher(pwd).matches()) {
            throw new SdpException(Problem.BAD_ICE, "credentials of the wrong form");
        }
        // An answer decides: actpass is for offers, and holdconn for nobody here.
        if (!setup.equals("active") && !setup.equals("passive")) {
            throw new SdpException(Problem.BAD_SETUP, quote(setup));
        }
        return new ClientTransport(ufrag, pwd, fingerprint(fingerprint, setup));
    }

    private static String shared(
            SectionReader session,
            List<SectionReader> sections,
            Function<SectionReader, String> attribute,
            Problem missing,
            String name) {
        List<String> values = sections.stream()
                .filter(section -> !section.rejected())
                .map(attribute)
                .filter(Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        if (values.size() > 1) {
            throw new SdpException(Problem.NOT_BUNDLED, "m-lines differ in " + name);
        }
        String value = values.isEmpty() ? attribute.apply(session) : values.getFirst();
        if (value == null) {
            throw new SdpException(missing, "no " + name);
        }
        return value;
    }

    private static Fingerprint fingerprint(String value, String setup) {
        String[] parts = value.split(" ", 3);
        String hash = parts[0].toLowerCase(Locale.ROOT);
        Integer bytes = HASHES.get(hash);
        if (bytes == null
                || parts.length != 2
                || !HEX_PAIRS.matcher(parts[1]).matches()
                || parts[1].length() != bytes * 3 - 1) {
            throw new SdpException(Problem.BAD_FINGERPRINT, quote(value));
        }
        return new Fingerprint(hash, parts[1].toUpperCase(Locale.ROOT), setup);
    }
}
