package io.directcall.bridge.conference;

import io.directcall.bridge.channel.ChannelMessages;
import io.directcall.bridge.channel.ChannelSocket;
import io.directcall.bridge.channel.ClientMessage;
import io.directcall.bridge.subscription.ReceiverConstraints;

/** What the bridge does with the messages of its channels. On the control thread. */
public final class ChannelDialogue {
    private static final System.Logger LOG = System.getLogger(ChannelDialogue.class.getName());

    private ChannelDialogue() {}

    /** A socket was accepted: greets it and tells what it missed. */
    public static void opened(Endpoint endpoint, ChannelSocket socket) {
        Conference conference = endpoint.conference();
        endpoint.channel().opened(socket);
        socket.send(ChannelMessages.serverHello());
        conference.endpoints().stream()
                .filter(Endpoint::isInactive)
                .forEach(silent -> socket.send(ChannelMessages.connectivity(silent.id(), false)));
        conference
                .dominantSpeaker()
                .ifPresent(speaker -> socket.send(ChannelMessages.dominantSpeaker(
                        speaker, conference.speech().previous())));
        conference.director().tell(endpoint);
    }

    public static void closed(Endpoint endpoint, ChannelSocket socket) {
        endpoint.channel().closed(socket);
    }

    /** Handles a text message; what is no message is ignored. */
    public static void received(Endpoint endpoint, String text) {
        ClientMessage.parse(text)
                .ifPresentOrElse(
                        message -> handle(endpoint, message),
                        () -> LOG.log(
                                System.Logger.Level.WARNING,
                                "session={0} participant={1} channel message is malformed",
                                endpoint.conference().meetingId(),
                                endpoint.id()));
    }

    private static void handle(Endpoint endpoint, ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello hello -> endpoint.channel().send(ChannelMessages.serverHello());
            case ClientMessage.Constraints constraints -> constrain(endpoint, constraints.update());
            case ClientMessage.Audio audio -> endpoint.audio(audio.subscription());
            case ClientMessage.Relayed relayed -> relay(endpoint, relayed);
            case ClientMessage.Ignored ignored ->
                LOG.log(System.Logger.Level.DEBUG, "channel message {0} has no effect here", ignored.type());
        }
    }

    /** Sets what the endpoint wants to see. */
    public static void constrain(Endpoint endpoint, ReceiverConstraints.Update update) {
        endpoint.constraints(endpoint.constraints().with(update));
        endpoint.conference().director().direct();
    }

    private static void relay(Endpoint author, ClientMessage.Relayed message) {
        String text = message.from(author.id());
        if (message.to().isBlank()) {
            author.conference().endpoints().stream()
                    .filter(other -> other != author)
                    .forEach(other -> other.channel().send(text));
        } else {
            author.conference()
                    .endpoint(message.to())
                    .ifPresent(other -> other.channel().send(text));
        }
    }
}
