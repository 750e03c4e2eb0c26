package io.directcall.session.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells public addresses from those inside of a network, where a webhook would be a way to services that trust whoever can reach them.
 * By IANA's registries of special-purpose addresses.
 */
final class TargetGuard {
    private static final List<Range> NOT_PUBLIC_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final Range GLOBAL_IPV6 = Range.of("2000::/3");
    private static final List<Range> NOT_PUBLIC_IPV6 = ranges("2001::/23", "2001:db8::/32", "3fff::/20");

    /**
     * IPv6 addresses that stand for IPv4 addresses, and where in them those are: NAT64 and 6to4. Java itself turns IPv4-mapped ones into
     * IPv4 addresses.
     */
    private static final List<Embedding> EMBEDDINGS =
            List.of(new Embedding(Range.of("64:ff9b::/96"), 12), new Embedding(Range.of("2002::/16"), 2));

    private TargetGuard() {}

    /**
     * Lets a target be reached only when all its addresses may be.
     *
     * @param addresses that its name resolves to now
     * @return why not, for operators
     */
    static Optional<String> objection(Target target, List<InetAddress> addresses) {
        if (target.allowPrivate()) {
            return Optional.empty();
        }
        return addresses.stream()
                .filter(address -> !isPublic(address))
                .findFirst()
                .map(address -> "refused: " + address.getHostAddress()
                        + " is not a public address, and directcall.webhooks." + target.name()
                        + ".allow-private is not set");
    }

    /** Whether the address is one of the public internet. What embeds an IPv4 address is as public as that. */
    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == 4) {
            return NOT_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(address));
        }
        for (Embedding embedding : EMBEDDINGS) {
            if (embedding.range.contains(address)) {
                return isPublic(Arrays.copyOfRange(address, embedding.offset, embedding.offset + 4));
            }
        }
        return GLOBAL_IPV6.contains(address) && NOT_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<Range> ranges(String... ranges) {
        return Arrays.stream(ranges).map(Range::of).toList();
    }

    private record Embedding(Range range, int offset) {}

    private static final class Range {
        private final byte[] prefix;
        /** How many of the prefix count. */
        private final int bits;

        private Range(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(bytes(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
