package io.directcall.bridge.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceAgentTest {
    private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.7", 5000);
    private static final IceCredentials REMOTE = new IceCredentials("them", "theirpassword");

    private record Sent(StunMessage message, InetSocketAddress to) {}

    private final List<Sent> sent = new ArrayList<>();
    private final IceAgent agent = new IceAgent(
            true,
            (bytes, to) ->
                    sent.add(new Sent(StunMessage.parse(bytes, bytes.length).orElseThrow(), to)));

    private StunMessage request(String from, boolean controlling, long tieBreaker) {
        byte[] bytes = Stun.bindingRequest(
                new byte[12],
                agent.local().fragment() + ":" + from,
                agent.local().password(),
                controlling,
                tieBreaker);
        return StunMessage.parse(bytes, bytes.length).orElseThrow();
    }

    @Test
    void answersChecksBeforeTheClientsCredentialsAreKnown() {
        // When
        boolean taken = agent.receive(request("them", false, 1), CLIENT);

        // Then
        assertThat(taken).isTrue();
        assertThat(agent.selected()).contains(CLIENT);
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).message().isBindingSuccess()).isTrue();
    }

    @Test
    void checksBackWithANominationWhenTheCredentialsArrive() {
        // Given
        assertThat(agent.receive(request("them", false, 1), CLIENT)).isTrue();

        // When
        agent.setRemote(REMOTE);

        // Then
        StunMessage check = sent.get(1).message();
        assertThat(check.isBindingRequest()).isTrue();
        assertThat(check.has(Stun.USE_CANDIDATE)).isTrue();
        assertThat(check.username()).contains("them:" + agent.local().fragment());
        assertThat(check.isAuthentic(REMOTE.password())).isTrue();
    }

    @Test
    void stopsCheckingOnceAnswered() {
        // Given
        assertThat(agent.receive(request("them", false, 1), CLIENT)).isTrue();
        agent.setRemote(REMOTE);
        byte[] success = Stun.bindingSuccess(sent.get(1).message().transactionId(), CLIENT, REMOTE.password());

        // When
        boolean taken = agent.receive(StunMessage.parse(success, success.length).orElseThrow(), CLIENT);

        // Then
        int before = sent.size();
        agent.checkAll();
        assertThat(taken).isTrue();
        assertThat(agent.isConfirmed()).isTrue();
        assertThat(sent).hasSize(before);
    }

    @Test
    void ignoresCredentialsThatComeLater() {
        // Given
        agent.setRemote(REMOTE);

        // When
        agent.setRemote(new IceCredentials("other", "otherpassword"));

        // Then
        assertThat(agent.receive(request("other", false, 1), CLIENT)).isFalse();
        assertThat(agent.receive(request("them", false, 1), CLIENT)).isTrue();
    }

    @Test
    void refusesForgedRequests() {
        // Given
        byte[] forged = Stun.bindingRequest(new byte[12], agent.local().fragment() + ":x", "guessed", false, 1);

        // When
        boolean taken = agent.receive(StunMessage.parse(forged, forged.length).orElseThrow(), CLIENT);

        // Then
        assertThat(taken).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void yieldsTheControllingRoleToTheLargerTieBreaker() {
        // When
        boolean taken = agent.receive(request("them", true, -1L), CLIENT);

        // Then: -1 is the largest of all when unsigned
        agent.setRemote(REMOTE);
        assertThat(taken).isTrue();
        assertThat(sent.get(0).message().isBindingSuccess()).isTrue();
        assertThat(sent.get(1).message().has(Stun.USE_CANDIDATE)).isFalse();
    }

    @Test
    void refusesARivalWithTheSmallerTieBreaker() {
        // When
        boolean taken = agent.receive(request("them", true, 0), CLIENT);

        // Then
        assertThat(taken).isTrue();
        assertThat(sent.get(0).message().isBindingError()).isTrue();
    }

    @Test
    void changesItsRoleOnceHoweverTheConflictIsFound() {
        // Given: the bridge checks as controlling, then yields to a request of the client
        agent.setRemote(REMOTE);
        assertThat(agent.receive(request("them", false, 1), CLIENT)).isTrue();
        StunMessage check = sent.get(sent.size() - 1).message();
        assertThat(agent.receive(request("them", true, -1L), CLIENT)).isTrue();
        byte[] conflict = Stun.roleConflict(check.transactionId(), REMOTE.password());

        // When
        boolean taken =
                agent.receive(StunMessage.parse(conflict, conflict.length).orElseThrow(), CLIENT);

        // Then
        assertThat(taken).isTrue();
        assertThat(sent.get(sent.size() - 1).message().has(Stun.USE_CANDIDATE)).isFalse();
    }

    @Test
    void remembersNoMoreAddressesThanABrowserHas() {
        // Given
        for (int port = 1; port <= 100; port++) {
            agent.receive(request("them", false, 1), new InetSocketAddress("192.0.2.7", port));
        }
        sent.clear();

        // When
        agent.setRemote(REMOTE);

        // Then
        assertThat(sent).hasSizeLessThanOrEqualTo(16);
    }
}
