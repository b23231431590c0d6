package tidings.gateway.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tidings.events.account.AccountId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Broker;
import tidings.gateway.fanout.Topic;
import tidings.gateway.frame.PresenceStatus;

/**
 * What this gateway and the others tell one another over Redis. Nothing is stored there: a flushed Redis loses nothing,
 * a lost message is noticed by its number, and a gateway that falls silent is forgotten. Confined to presence's thread.
 */
final class Gossip {

    private static final int ENTRIES_PER_MESSAGE = 500;
    private static final long ASK_AGAIN_MS = 2_000;

    /** What presence hears of the others. */
    interface Listener {

        void onUpdate(long node, PresenceUpdate update);
    }

    private final long self;
    private final Broker broker;
    private final Listener listener;
    private final PresenceProperties properties;
    private final Map<Long, Peer> nodes = new HashMap<>();
    private long number;
    private long nextBeatMs;
    private long stateSentMs = Long.MIN_VALUE / 2;
    private boolean stateWanted = true;

    Gossip(long self, Broker broker, PresenceProperties properties, Listener listener) {
        this.self = self;
        this.broker = broker;
        this.properties = properties;
        this.listener = listener;
    }

    private void publish(GossipMessage message) {
        broker.publish(Topic.PRESENCE, new Broadcast.Gossip(GossipCodec.encode(message)));
    }

    private static void inParts(List<PresenceUpdate> updates, Consumer<List<PresenceUpdate>> each) {
        for (int from = 0; from < updates.size(); from += ENTRIES_PER_MESSAGE) {
            each.accept(updates.subList(from, Math.min(updates.size(), from + ENTRIES_PER_MESSAGE)));
        }
    }

    void tell(List<PresenceUpdate> changes) {
        inParts(changes, part -> publish(new GossipMessage.Change(self, ++number, part)));
    }

    /** Whether another gateway waits for the whole state of this one, and may have it again. */
    boolean mustTellState(long nowMs) {
        return stateWanted && nowMs - stateSentMs >= ASK_AGAIN_MS;
    }

    void tellState(List<PresenceUpdate> all, long nowMs) {
        stateWanted = false;
        stateSentMs = nowMs;
        List<List<PresenceUpdate>> parts = new ArrayList<>();
        inParts(all, parts::add);
        if (parts.isEmpty()) {
            parts.add(List.of());
        }
        for (int i = 0; i < parts.size(); i++) {
            publish(new GossipMessage.State(self, number, i == 0, i == parts.size() - 1, parts.get(i)));
        }
    }

    /** No account has a device here any more. */
    void announceLeave() {
        publish(new GossipMessage.State(self, number, true, true, List.of()));
    }

    void on(GossipMessage message, long nowMs) {
        if (message instanceof GossipMessage.Ask ask) {
            stateWanted |= ask.node() == self;
            return;
        }
        if (message.node() == self) {
            return;
        }
        Peer node = nodes.computeIfAbsent(message.node(), id -> new Peer());
        node.heardMs = nowMs;
        switch (message) {
            case GossipMessage.Beat beat -> {
                if (beat.number() != node.number) {
                    ask(message.node(), node, nowMs);
                }
            }
            case GossipMessage.Change change -> {
                if (change.number() == node.number + 1 && node.number >= 0) {
                    node.number = change.number();
                    change.updates().forEach(update -> take(change.node(), node, update));
                } else {
                    ask(message.node(), node, nowMs);
                }
            }
            case GossipMessage.State state -> onState(node, state);
            case GossipMessage.Ask ignored -> {}
        }
    }

    private void onState(Peer node, GossipMessage.State state) {
        if (state.first()) {
            node.inState = new HashSet<>();
        }
        for (PresenceUpdate update : state.updates()) {
            node.inState.add(update.id());
            take(state.node(), node, update);
        }
        if (state.last()) {
            node.number = state.number();
            for (AccountId id : List.copyOf(node.accounts)) {
                if (!node.inState.contains(id)) {
                    take(state.node(), node, new PresenceUpdate(id, PresenceStatus.OFFLINE, Set.of()));
                }
            }
            node.inState = new HashSet<>();
        }
    }

    private void take(long id, Peer node, PresenceUpdate update) {
        if (update.status() == PresenceStatus.OFFLINE) {
            node.accounts.remove(update.id());
        } else {
            node.accounts.add(update.id());
        }
        listener.onUpdate(id, update);
    }

    private void ask(long id, Peer node, long nowMs) {
        if (nowMs - node.askedMs >= ASK_AGAIN_MS) {
            node.askedMs = nowMs;
            publish(new GossipMessage.Ask(id));
        }
    }

    /** Beats, and forgets gateways that beat no more. While the broker is away no gateway is forgotten. */
    void tick(long nowMs) {
        if (nowMs >= nextBeatMs) {
            nextBeatMs = nowMs + properties.beatEvery().toMillis();
            publish(new GossipMessage.Beat(self, number));
        }
        if (!broker.isConnected()) {
            excuse(nowMs);
        }
        for (Map.Entry<Long, Peer> known : List.copyOf(nodes.entrySet())) {
            Peer node = known.getValue();
            if (nowMs - node.heardMs > properties.silentFor().toMillis()) {
                nodes.remove(known.getKey());
                node.accounts.forEach(id ->
                        listener.onUpdate(known.getKey(), new PresenceUpdate(id, PresenceStatus.OFFLINE, Set.of())));
            }
        }
    }

    /** Nothing could be heard: the silence until now proves nothing. */
    void excuse(long nowMs) {
        nodes.values().forEach(node -> node.heardMs = nowMs);
    }
}
