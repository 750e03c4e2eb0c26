package io.directcall.bridge.ice;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * ICE of one endpoint: answers checks, and checks back whoever checked it. Candidates of the client are never signalled;
 * they are learnt from its checks. Thread-safe.
 */
public final class IceAgent {
    /** A browser has a handful; a hostile one must not fill the memory. */
    private static final int MOST_ADDRESSES = 16;

    private static final int MOST_CHECKS_UNDERWAY = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IceCredentials local = IceCredentials.random();
    private final long tieBreaker = RANDOM.nextLong();
    private final BiConsumer<byte[], InetSocketAddress> send;
    private final Set<InetSocketAddress> heardFrom = new LinkedHashSet<>();
    private final Set<InetSocketAddress> confirmed = new LinkedHashSet<>();
    private final Map<String, Check> checksUnderway = new HashMap<>();
    private boolean controlling;
    private IceCredentials remote;
    private volatile InetSocketAddress selected;

    /** A check that was sent, and the role that it was sent in. */
    private record Check(InetSocketAddress to, boolean controlling) {}

    /** @param controlling the role to begin with; a conflict is resolved as RFC 8445 says */
    public IceAgent(boolean controlling, BiConsumer<byte[], InetSocketAddress> send) {
        this.controlling = controlling;
        this.send = send;
    }

    public IceCredentials local() {
        return local;
    }

    /** Where to send to; empty until the client was heard. */
    public Optional<InetSocketAddress> selected() {
        return Optional.ofNullable(selected);
    }

    public synchronized boolean hasRemote() {
        return remote != null;
    }

    public synchronized boolean isConfirmed() {
        return !confirmed.isEmpty();
    }

    /** Sets the client's credentials; later ones are ignored, as Jitsi Videobridge does: it knows no ICE restart. */
    public synchronized void setRemote(IceCredentials credentials) {
        if (remote == null) {
            remote = credentials;
            checkAll();
        }
    }

    /** Handles a message; false when it is not authentic and was ignored. */
    public synchronized boolean receive(StunMessage message, InetSocketAddress from) {
        if (message.isBindingRequest()) {
            return request(message, from);
        }
        if (remote == null || !message.isAuthentic(remote.password())) {
            return false;
        }
        Check check = checksUnderway.remove(message.transactionKey());
        if (check == null) {
            return false;
        }
        if (message.isBindingSuccess()) {
            confirmed.add(check.to());
            if (controlling && confirmed.size() == 1) {
                selected = check.to();
            }
        } else if (message.isBindingError() && isRoleConflict(message)) {
            // Not simply the other role: a request of the client may have changed it since the check was sent.
            controlling = !check.controlling();
            check(check.to());
        }
        return true;
    }

    private boolean request(StunMessage message, InetSocketAddress from) {
        // Before the answer arrives only the local credentials are known; they are what signs a request anyway.
        if (!message.isAuthentic(local.password()) || !isFromRemote(message)) {
            return false;
        }
        if (!heardFrom.contains(from) && heardFrom.size() >= MOST_ADDRESSES) {
            return false;
        }
        if (losesRoleConflict(message)) {
            send.accept(Stun.roleConflict(message.transactionId(), local.password()), from);
            return true;
        }
        heardFrom.add(from);
        if (selected == null || message.has(Stun.USE_CANDIDATE)) {
            selected = from;
        }
        send.accept(Stun.bindingSuccess(message.transactionId(), from, local.password()), from);
        check(from);
        return true;
    }

    private boolean isFromRemote(StunMessage message) {
        return remote == null
                || message.username()
                        .filter((local.fragment() + ":" + remote.fragment())::equals)
                        .isPresent();
    }

    /** Both in one role: the larger tie-breaker controls. True when the client has to change, else the bridge did. */
    private boolean losesRoleConflict(StunMessage message) {
        Optional<Long> rival = message.tieBreaker(controlling ? Stun.ICE_CONTROLLING : Stun.ICE_CONTROLLED);
        if (rival.isEmpty()) {
            return false;
        }
        boolean larger = Long.compareUnsigned(tieBreaker, rival.get()) >= 0;
        if (larger == controlling) {
            return true;
        }
        controlling = larger;
        return false;
    }

    private static boolean isRoleConflict(StunMessage message) {
        return message.attribute(Stun.ERROR_CODE)
                .filter(code -> code.length >= 4 && code[2] * 100 + code[3] == Stun.ROLE_CONFLICT)
                .isPresent();
    }

    /** Authentic media came from there: the client may have moved to another pair. */
    public void mediaFrom(InetSocketAddress from) {
        selected = from;
    }

    /** Checks what was heard but not confirmed: when credentials come late, and again when a check was lost. */
    public synchronized void checkAll() {
        heardFrom.forEach(this::check);
    }

    private void check(InetSocketAddress to) {
        if (remote == null || confirmed.contains(to)) {
            return;
        }
        if (checksUnderway.size() >= MOST_CHECKS_UNDERWAY) {
            checksUnderway.clear();
        }
        byte[] transactionId = new byte[12];
        RANDOM.nextBytes(transactionId);
        checksUnderway.put(HexFormat.of().formatHex(transactionId), new Check(to, controlling));
        String username = remote.fragment() + ":" + local.fragment();
        send.accept(Stun.bindingRequest(transactionId, username, remote.password(), controlling, tieBreaker), to);
    }
}
