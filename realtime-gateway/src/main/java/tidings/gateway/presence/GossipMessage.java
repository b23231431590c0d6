package tidings.gateway.presence;

import java.util.List;

/**
 * What gateways tell one another. Each gateway counts its changes: whoever notices that it missed one asks for the whole
 * state.
 */
sealed interface GossipMessage {

    long node();

    /** The gateway lives; {@code number} is that of its last change. */
    record Beat(long node, long number) implements GossipMessage {}

    /** The gateway's change of that number. */
    record Change(long node, long number, List<Entry> entries) implements GossipMessage {
        public Change {
            entries = List.copyOf(entries);
        }
    }

    /** A part of all that is so at the change of that number; {@code last} ends it. */
    record State(long node, long number, boolean first, boolean last, List<Entry> entries) implements GossipMessage {
        public State {
            entries = List.copyOf(entries);
        }
    }

    /** Somebody needs the state of that node. */
    record Ask(long node) implements GossipMessage {}
}
