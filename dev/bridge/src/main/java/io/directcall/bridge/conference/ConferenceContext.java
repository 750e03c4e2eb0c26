package io.directcall.bridge.conference;

import io.directcall.bridge.dtls.BridgeIdentity;
import io.directcall.bridge.fault.Faults;
import io.directcall.bridge.media.UdpServer;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What all conferences of a bridge share.
 *
 * @param control the one thread on which conferences are changed
 * @param nanoClock monotonic, in nanoseconds
 * @param faults what is played as broken
 */
public record ConferenceContext(
        UdpServer udp,
        BridgeIdentity identity,
        Executor control,
        LongSupplier nanoClock,
        ConferenceLimits limits,
        Faults faults) {}
