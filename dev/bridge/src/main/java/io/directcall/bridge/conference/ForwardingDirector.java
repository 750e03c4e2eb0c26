package io.directcall.bridge.conference;

import io.directcall.bridge.channel.ChannelMessages;
import io.directcall.bridge.subscription.ForwardingPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides anew who gets which video whenever constraints, sources, endpoints or the speaker change, and tells those
 * concerned. On the control thread.
 */
final class ForwardingDirector {
    /** What "any height" is told to senders as. */
    private static final int UNLIMITED_HEIGHT = 2160;

    private final Conference conference;
    /** The height last told to the sender of each source. */
    private final Map<String, Integer> told = new HashMap<>();

    ForwardingDirector(Conference conference) {
        this.conference = conference;
    }

    void direct() {
        List<String> bySpeech = conference.endpointsBySpeechActivity();
        List<Endpoint> senders = new ArrayList<>(conference.endpoints());
        senders.sort(Comparator.comparing(sender -> bySpeech.indexOf(sender.id())));
        Map<String, Integer> wanted = new HashMap<>();
        for (Endpoint receiver : conference.endpoints()) {
            Map<String, Integer> plan = plan(receiver, senders);
            apply(receiver, plan);
            plan.forEach((source, height) -> wanted.merge(source, pixels(height), Math::max));
        }
        tellSenders(senders, wanted);
        LayerSelection.select(conference);
    }

    private static Map<String, Integer> plan(Endpoint receiver, List<Endpoint> senders) {
        if (!receiver.format().accepts(MediaKind.VIDEO)) {
            return Map.of();
        }
        List<String> sources = senders.stream()
                .filter(sender -> sender != receiver)
                .flatMap(sender -> videoSources(sender).stream())
                .toList();
        return ForwardingPlan.plan(receiver.constraints(), sources);
    }

    private static List<String> videoSources(Endpoint sender) {
        return sender.sources().stream()
                .filter(source -> source.kind() == MediaKind.VIDEO)
                .map(SourceDescription::name)
                .distinct()
                .toList();
    }

    private void apply(Endpoint receiver, Map<String, Integer> plan) {
        Set<String> before = receiver.forwarded().keySet();
        receiver.forwarded(plan);
        if (before.equals(plan.keySet())) {
            return;
        }
        receiver.channel().send(ChannelMessages.forwardedSources(plan.keySet()));
        Set<String> fresh = new HashSet<>(plan.keySet());
        fresh.removeAll(before);
        conference.streams().stream()
                .filter(stream -> stream.owner() != receiver
                        && fresh.contains(stream.source().name()))
                .forEach(conference::requestKeyframe);
    }

    private void tellSenders(List<Endpoint> senders, Map<String, Integer> wanted) {
        Set<String> existing = new HashSet<>();
        for (Endpoint sender : senders) {
            for (String source : videoSources(sender)) {
                existing.add(source);
                int height = wanted.getOrDefault(source, 0);
                Integer before = told.put(source, height);
                if (before == null || before != height) {
                    sender.channel().send(ChannelMessages.senderSourceConstraints(source, height));
                }
            }
        }
        told.keySet().retainAll(existing);
    }

    /** What an endpoint whose channel opens late has missed. */
    void tell(Endpoint endpoint) {
        if (!endpoint.forwarded().isEmpty()) {
            endpoint.channel()
                    .send(ChannelMessages.forwardedSources(endpoint.forwarded().keySet()));
        }
        for (String source : videoSources(endpoint)) {
            endpoint.channel().send(ChannelMessages.senderSourceConstraints(source, told.getOrDefault(source, 0)));
        }
    }

    private static int pixels(int height) {
        return height < 0 ? UNLIMITED_HEIGHT : height;
    }
}
