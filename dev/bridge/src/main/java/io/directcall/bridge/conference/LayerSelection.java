package io.directcall.bridge.conference;

import io.directcall.bridge.layers.LayerChoice;
import io.directcall.bridge.layers.LayerForwarder;
import java.util.HashSet;
import java.util.Set;

/** Chooses for each receiver the layer of each source that comes in several, and asks for the key frames to change at. */
public final class LayerSelection {
    private LayerSelection() {}

    /** To be called ten times a second, and when constraints or sources change: layers come and go without a word. */
    public static void select(Conference conference) {
        for (Endpoint sender : conference.endpoints()) {
            for (SourceDescription source : sender.sources()) {
                if (source.isLayered()) {
                    conference.endpoints().stream()
                            .filter(receiver -> receiver != sender)
                            .forEach(receiver -> select(conference, source, receiver));
                }
            }
        }
    }

    private static void select(Conference conference, SourceDescription source, Endpoint receiver) {
        LayerForwarder forwarder = receiver.layers(source);
        Integer height = receiver.forwarded().get(source.name());
        if (height == null) {
            forwarder.pause();
            return;
        }
        Set<Integer> arriving = new HashSet<>();
        for (int ssrc : source.layers()) {
            Stream stream = conference.stream(ssrc);
            if (stream != null && stream.arrives(conference.now())) {
                arriving.add(ssrc);
            }
        }
        forwarder.want(LayerChoice.choose(source.layers(), arriving::contains, height));
        Stream wanted = conference.stream(forwarder.wanted());
        if (wanted != null && arriving.contains(wanted.ssrc()) && forwarder.isWaiting()) {
            conference.requestKeyframe(wanted);
        }
    }
}
