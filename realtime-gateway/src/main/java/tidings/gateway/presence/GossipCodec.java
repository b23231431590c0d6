package tidings.gateway.presence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.PresenceStatus;

/**
 * The bytes of gossip: {@code kind, node (8), number (8)}, then for each person {@code account (16), status, count (2),
 * channel ids (16 each)}, big-endian.
 */
final class GossipCodec {

    private GossipCodec() {}

    static byte[] encode(GossipMessage message) {
        return switch (message) {
            case GossipMessage.Beat beat -> bytes(1, beat.node(), beat.number(), List.of());
            case GossipMessage.Change change -> bytes(2, change.node(), change.number(), change.updates());
            case GossipMessage.State state ->
                bytes(
                        4 | (state.first() ? 1 : 0) | (state.last() ? 2 : 0),
                        state.node(),
                        state.number(),
                        state.updates());
            case GossipMessage.Ask ask -> bytes(3, ask.node(), 0, List.of());
        };
    }

    private static byte[] bytes(int kind, long node, long number, List<PresenceUpdate> updates) {
        int size = 17;
        for (PresenceUpdate update : updates) {
            size += 19 + 16 * update.channels().size();
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(size).put((byte) kind).putLong(node).putLong(number);
        for (PresenceUpdate update : updates) {
            put(bytes, update.id().value());
            bytes.put((byte) update.status().ordinal())
                    .putShort((short) update.channels().size());
            update.channels().forEach(channelId -> put(bytes, channelId.value()));
        }
        return bytes.array();
    }

    /** Null for what a newer gateway may say. */
    static @Nullable GossipMessage decode(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        int kind = bytes.get();
        long node = bytes.getLong();
        long number = bytes.getLong();
        return switch (kind) {
            case 1 -> new GossipMessage.Beat(node, number);
            case 2 -> new GossipMessage.Change(node, number, updates(bytes));
            case 3 -> new GossipMessage.Ask(node);
            case 4, 5, 6, 7 -> new GossipMessage.State(node, number, (kind & 1) != 0, (kind & 2) != 0, updates(bytes));
            default -> null;
        };
    }

    private static List<PresenceUpdate> updates(ByteBuffer bytes) {
        List<PresenceUpdate> updates = new ArrayList<>();
        while (bytes.hasRemaining()) {
            AccountId id = new AccountId(uuid(bytes));
            PresenceStatus status = PresenceStatus.values()[bytes.get()];
            int count = Short.toUnsignedInt(bytes.getShort());
            Set<ChannelId> channels = HashSet.newHashSet(count);
            for (int i = 0; i < count; i++) {
                channels.add(new ChannelId(uuid(bytes)));
            }
            updates.add(new PresenceUpdate(id, status, channels));
        }
        return updates;
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
