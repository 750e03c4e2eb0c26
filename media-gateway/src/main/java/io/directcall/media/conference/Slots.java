package io.directcall.media.conference;

import io.directcall.contracts.media.RemoteTrack;
import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.sdp.MediaType;
import io.directcall.media.sdp.OfferLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The m-lines of one participant's offers. An m-line that was offered once stays for the life of the peer connection: when its source
 * goes, it becomes free and carries the next source of the same media type. Immutable.
 *
 * @param viewer a viewer has no m-lines of its own
 * @param profile codecs; fixed for the life of the peer connection
 * @param remote the m-lines that carry others' sources; they follow the participant's own
 */
public record Slots(boolean viewer, MediaProfile profile, List<Slot> remote) {
    private static final List<TrackKind> OWN = List.of(TrackKind.AUDIO, TrackKind.CAMERA, TrackKind.SCREEN);

    /**
     * @param media fixed for the life of the peer connection
     * @param source what it carries, as receivers get it; null while it is free
     */
    public record Slot(MediaType media, Source source) {}

    public Slots {
        // Stored before there was a choice.
        profile = profile == null ? MediaProfile.VP8 : profile;
        remote = List.copyOf(remote);
    }

    /** The m-lines of a fresh peer connection. */
    public static Slots fresh(boolean viewer, MediaProfile profile) {
        // A viewer who is alone gets two free m-lines: without any m-line there is no transport to connect, and the
        // bridge would
        // give up its endpoint after two minutes.
        List<Slot> free =
                viewer ? List.of(new Slot(MediaType.AUDIO, null), new Slot(MediaType.VIDEO, null)) : List.<Slot>of();
        return new Slots(viewer, profile, free);
    }

    /** Kinds of the participant's own m-lines, in their order. */
    public List<TrackKind> own() {
        return viewer ? List.of() : OWN;
    }

    /** The same m-lines carrying exactly these sources. Sources that are carried already keep their m-line. */
    public Slots carrying(List<Source> sources) {
        // By track, in order: in a call of thirty this runs for each participant at each change.
        Map<Source.Track, Source> wanted = new LinkedHashMap<>();
        sources.forEach(source -> wanted.put(source.track(), source.asReceived()));
        var next = new ArrayList<Slot>(remote.size());
        for (Slot slot : remote) {
            Source kept =
                    slot.source() == null ? null : wanted.remove(slot.source().track());
            next.add(kept == null && slot.source() == null ? slot : new Slot(slot.media(), kept));
        }
        wanted.values().forEach(source -> place(next, source));
        return new Slots(viewer, profile, next);
    }

    private static void place(List<Slot> slots, Source source) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.source() == null && slot.media() == source.mediaType()) {
                slots.set(i, new Slot(slot.media(), source));
                return;
            }
        }
        slots.add(new Slot(source.mediaType(), source));
    }

    /** Whether the participant is to send this in several sizes. */
    public boolean isLayered(TrackKind kind) {
        return kind == TrackKind.CAMERA && !viewer && profile.layers() > 1;
    }

    /** The m-lines of an offer, named by their position. */
    public List<OfferLine> lines() {
        var lines = new ArrayList<OfferLine>();
        for (TrackKind kind : own()) {
            lines.add(OfferLine.own(mid(lines.size()), Source.mediaType(kind), isLayered(kind)));
        }
        for (Slot slot : remote) {
            lines.add(line(mid(lines.size()), slot));
        }
        return lines;
    }

    private static OfferLine line(String mid, Slot slot) {
        Source source = slot.source();
        return source == null
                ? OfferLine.free(mid, slot.media())
                : OfferLine.carrying(
                        mid, slot.media(), source.msid(), source.layers().getFirst());
    }

    private static String mid(int position) {
        return Integer.toString(position);
    }

    /** Who is on which m-line. */
    public List<RemoteTrack> tracks() {
        return Stream.iterate(0, i -> i < remote.size(), i -> i + 1)
                .filter(i -> remote.get(i).source() != null)
                .map(this::track)
                .toList();
    }

    private RemoteTrack track(int index) {
        Source source = remote.get(index).source();
        return new RemoteTrack(mid(own().size() + index), source.participantId(), source.kind());
    }
}
