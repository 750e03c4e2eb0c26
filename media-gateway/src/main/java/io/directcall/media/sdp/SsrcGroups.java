package io.directcall.media.sdp;

import static io.directcall.media.sdp.SdpException.quote;

import io.directcall.media.sdp.SdpException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code a=ssrc-group} lines of one m-line: {@code FID} ties retransmissions to their media, {@code SIM} lists the layers of
 * simulcast. Firefox leaves the latter out and has the former in the order of the layers. Groups of other kinds are skipped.
 */
final class SsrcGroups {
    private static final long MAX_SSRC = 0xffff_ffffL;

    /** Retransmissions by media. */
    private final Map<Long, Long> retransmissions = new LinkedHashMap<>();

    private List<Long> simulcast = List.of();

    /** @param value what follows {@code a=ssrc-group:} */
    void read(String value) {
        if (value.startsWith("FID ")) {
            List<Long> pair = members(value, 2);
            if (pair.size() != 2 || retransmissions.put(pair.get(0), pair.get(1)) != null) {
                throw new SdpException(Problem.BAD_SSRC, "group " + quote(value));
            }
            if (retransmissions.size() > Layer.MOST) {
                throw new SdpException(Problem.TOO_MANY_SSRCS, "more than " + Layer.MOST + " layers in one m-line");
            }
        } else if (value.startsWith("SIM ")) {
            if (!simulcast.isEmpty()) {
                throw new SdpException(Problem.BAD_SSRC, "second group " + quote(value));
            }
            simulcast = members(value, Layer.MOST);
        }
    }

    private static List<Long> members(String value, int most) {
        String[] parts = value.split(" ", most + 2);
        if (parts.length > most + 1) {
            throw new SdpException(Problem.BAD_SSRC, "group " + quote(value));
        }
        var members = new ArrayList<Long>(most);
        for (int i = 1; i < parts.length; i++) {
            members.add(number(parts[i]));
        }
        return members;
    }

    static long number(String digits) {
        boolean wellFormed =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long ssrc = wellFormed ? Long.parseLong(digits) : 0;
        if (ssrc == 0 || ssrc > MAX_SSRC) {
            throw new SdpException(Problem.BAD_SSRC, quote(digits));
        }
        return ssrc;
    }

    /**
     * The layers, the smallest first.
     *
     * @param ssrcs all that the m-line names: each must have its place in a group, unless it is the only one
     */
    List<Layer> layers(Set<Long> ssrcs) {
        List<Long> media = media(ssrcs);
        List<Layer> layers = media.stream()
                .map(ssrc -> new Layer(ssrc, retransmissions.get(ssrc)))
                .toList();
        List<Long> grouped = Layer.ssrcs(layers).toList();
        boolean eachOnce = new HashSet<>(grouped).size() == grouped.size();
        boolean all = media.containsAll(retransmissions.keySet())
                && Set.copyOf(grouped).equals(ssrcs);
        if (!eachOnce || !all) {
            throw new SdpException(Problem.BAD_SSRC, "the groups do not fit the " + ssrcs.size() + " SSRCs");
        }
        return layers;
    }

    private List<Long> media(Set<Long> ssrcs) {
        if (!simulcast.isEmpty()) {
            return simulcast;
        }
        if (!retransmissions.isEmpty()) {
            return List.copyOf(retransmissions.keySet());
        }
        if (ssrcs.size() > 1) {
            throw new SdpException(Problem.BAD_SSRC, ssrcs.size() + " SSRCs without a group");
        }
        return List.copyOf(ssrcs);
    }
}
