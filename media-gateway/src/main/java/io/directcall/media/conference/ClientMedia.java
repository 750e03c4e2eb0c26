package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.ClientTransport;
import io.directcall.media.sdp.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client's answer tells the bridge: where the client is, and what it sends. */
public record ClientMedia(ClientTransport transport, List<Source> sources) {
    public ClientMedia {
        sources = List.copyOf(sources);
    }

    /** The layers of the camera, empty when there is none. */
    Optional<List<Layer>> camera() {
        return sources.stream()
                .filter(source -> source.kind() == TrackKind.CAMERA)
                .findFirst()
                .map(Source::layers);
    }

    /** The same with these layers as camera. */
    ClientMedia withCamera(String participantId, List<Layer> layers) {
        Stream<Source> others = sources.stream().filter(source -> source.kind() != TrackKind.CAMERA);
        Stream<Source> all = Stream.concat(others, Stream.of(new Source(participantId, TrackKind.CAMERA, layers)));
        return new ClientMedia(
                transport, all.sorted(Comparator.comparing(Source::kind)).toList());
    }
}
