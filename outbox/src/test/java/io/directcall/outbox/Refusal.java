package io.directcall.outbox;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * A request to append records, refused as by a broker that starts and has not loaded the partition yet. That is the case when its client
 * has sent the next one already, which the broker then takes.
 */
final class Refusal {
    /** Whoever keeps several requests on the wire has sent the next one by then. */
    private static final Duration NEXT_REQUEST = Duration.ofMillis(500);

    private static final Duration POLL = Duration.ofMillis(1);

    private final byte[] request;
    private final Socket client;
    private final BooleanSupplier first;
    private boolean done;

    /** @param first whether the client has the answers to all requests before this one: they come in that order */
    Refusal(byte[] request, Socket client, BooleanSupplier first) {
        this.request = request;
        this.client = client;
        this.first = first;
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(NEXT_REQUEST);
                answer();
            } catch (IOException | InterruptedException hungUp) {
                // The client is gone.
            }
        });
    }

    /** Now, because another request follows. */
    synchronized void answer() throws IOException, InterruptedException {
        if (done) {
            return;
        }
        done = true;
        while (!first.getAsBoolean()) {
            Thread.sleep(POLL);
        }
        client.getOutputStream().write(refused());
    }

    private byte[] refused() {
        ByteBuffer buffer = ByteBuffer.wrap(request);
        RequestHeader header = RequestHeader.parse(buffer);
        AbstractResponse refused = AbstractRequest.parseRequest(
                        header.apiKey(), header.apiVersion(), new ByteBufferAccessor(buffer))
                .request
                .getErrorResponse(0, Errors.NOT_LEADER_OR_FOLLOWER.exception());
        ResponseHeader answer = header.toResponseHeader();
        ByteBuffer head = MessageUtil.toByteBufferAccessor(answer.data(), answer.headerVersion())
                .buffer();
        ByteBuffer body = MessageUtil.toByteBufferAccessor(refused.data(), header.apiVersion())
                .buffer();
        int length = head.remaining() + body.remaining();
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .put(head)
                .put(body)
                .array();
    }
}
