package io.directcall.media.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.client.TestBrowser;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.TrackKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/**
 * A participant's browser with real media: connects to the bridge, and sends what the test wants of its microphone, camera and screen,
 * whatever anybody says about it. It does not tell how loud its microphone is: bridges mute by force only what does.
 */
public final class MediaClient implements AutoCloseable {
    private static final int OPUS = 111;
    private static final int VP8 = 100;
    private static final int SEVERAL = 5;

    private final String participantId;
    private final TestBrowser browser;
    private final FakeClient client;
    private int sequence;

    private MediaClient(String participantId, TestBrowser browser) {
        this.participantId = participantId;
        this.browser = browser;
        this.client = new FakeClient(
                browser.credentials().fragment(), browser.credentials().password(), browser.fingerprint());
    }

    /** Answers the newest offer to the participant and connects. */
    public static MediaClient connect(TestSession session, String participantId) {
        OfferReady offer = session.offer(participantId, any -> true);
        try {
            var media = new MediaClient(participantId, new TestBrowser(transport(offer.sdp())));
            session.post(participantId, offer.revision(), media.client.answer(offer.sdp()))
                    .statusCode(202);
            await().until(() ->
                    Boolean.TRUE.equals(TestBridge.endpoint(participantId).get("remoteCredentials")));
            media.browser.connect();
            return media;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode transport(String sdp) {
        ObjectNode transport = JsonNodeFactory.instance.objectNode();
        values(sdp, "ice-ufrag").findFirst().ifPresent(fragment -> transport.put("ufrag", fragment));
        values(sdp, "ice-pwd").findFirst().ifPresent(password -> transport.put("pwd", password));
        ArrayNode candidates = transport.putArray("candidates");
        values(sdp, "candidate")
                .map(value -> value.split(" ", -1))
                .forEach(parts -> candidates
                        .addObject()
                        .put("protocol", parts[2])
                        .put("ip", parts[4])
                        .put("port", parts[5]));
        return transport;
    }

    private static Stream<String> values(String sdp, String attribute) {
        String begin = "a=" + attribute + ":";
        return sdp.lines().filter(line -> line.startsWith(begin)).map(line -> line.substring(begin.length()));
    }

    public String id() {
        return participantId;
    }

    /** Sends one packet. */
    public void send(TrackKind kind) {
        int ssrc = (int) ssrc(kind);
        browser.sendRtp(Packets.rtp(kind == TrackKind.AUDIO ? OPUS : VP8, ++sequence, ssrc, (byte) sequence));
    }

    private long ssrc(TrackKind kind) {
        return client.ssrc(
                switch (kind) {
                    case AUDIO -> 0;
                    case CAMERA -> 1;
                    case SCREEN -> 2;
                });
    }

    /** Packets of another's track that got here so far. */
    public int received(MediaClient sender, TrackKind kind) {
        int ssrc = (int) sender.ssrc(kind);
        return (int) browser.rtp().stream()
                .map(Packet::ssrc)
                .filter(got -> got == ssrc)
                .count();
    }

    /** Waits until what another sends of a track gets here. */
    public void awaitMedia(MediaClient sender, TrackKind kind) {
        int before = received(sender, kind);
        await().until(() -> {
            sender.send(kind);
            return received(sender, kind) > before;
        });
    }

    /**
     * How many packets of another's track get here, of several that are sent. The bridge forwards in the order of arrival, so they had come
     * when something that was sent after them has come.
     *
     * @param after a track that does get here, of whomever
     */
    public int passes(MediaClient sender, TrackKind kind, MediaClient afterSender, TrackKind after) {
        int before = received(sender, kind);
        for (int i = 0; i < SEVERAL; i++) {
            sender.send(kind);
        }
        awaitMedia(afterSender, after);
        return received(sender, kind) - before;
    }

    @Override
    public void close() {
        browser.close();
    }
}
