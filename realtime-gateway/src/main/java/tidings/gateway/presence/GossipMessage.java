package tidings.gateway.presence;

import java.util.List;

/**
 * What gateways tell one another. Each gateway counts its changes: a gateway that missed one asks for the whole
 * state.
 */
sealed interface GossipMessage {

    long node();

    /** The gateway lives; {@code number} is that of its last change. */
    record Beat(long node, long number) implements GossipMessage {}

    /** The gateway's change of that number. */
    record Change(long node, long number, List<PresenceUpdate> updates) implements GossipMessage {
        public Change {
            updates = List.copyOf(updates);
        }
    }

    /** A part of all that is so at the change of that number; {@code last} ends it. */
    record State(long node, long number, boolean first, boolean last, List<PresenceUpdate> updates)
            implements GossipMessage {
        public State {
            updates = List.copyOf(updates);
        }
    }

    /** A gateway needs the state of that node. */
    record Ask(long node) implements GossipMessage {}
}
