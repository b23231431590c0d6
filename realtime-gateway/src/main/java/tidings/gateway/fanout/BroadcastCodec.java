package tidings.gateway.fanout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;

/**
 * The bytes of a broadcast: one for its kind, then big-endian numbers and ids, then the frame's JSON as it goes to
 * sockets. A recorded event is {@code kind, channel id (16), seq (8), [leaver (16)], JSON}.
 */
final class BroadcastCodec {

    private static final byte EVENT = 1;
    private static final byte LEAVING = 2;
    private static final byte SIGNAL = 3;
    private static final byte JOINED = 4;
    private static final byte SESSION_ENDED = 5;
    private static final byte READ = 6;
    private static final byte GOSSIP = 7;

    private BroadcastCodec() {}

    static byte[] encode(Broadcast broadcast) {
        return switch (broadcast) {
            case Broadcast.Recorded recorded -> encode(recorded.event());
            case Broadcast.Signal signal ->
                start(SIGNAL, 16 + signal.frame().json().length)
                        .putLong(signal.from().value().getMostSignificantBits())
                        .putLong(signal.from().value().getLeastSignificantBits())
                        .put(signal.frame().json())
                        .array();
            case Broadcast.Joined joined ->
                start(JOINED, 24)
                        .putLong(joined.channelId().value().getMostSignificantBits())
                        .putLong(joined.channelId().value().getLeastSignificantBits())
                        .putLong(joined.seq())
                        .array();
            case Broadcast.Read read ->
                start(READ, 32)
                        .putLong(read.channelId().value().getMostSignificantBits())
                        .putLong(read.channelId().value().getLeastSignificantBits())
                        .putLong(read.seq())
                        .putLong(read.device())
                        .array();
            case Broadcast.Gossip gossip ->
                start(GOSSIP, gossip.message().length).put(gossip.message()).array();
            case Broadcast.SessionEnded ended -> {
                byte[] id = ended.sessionId().getBytes(StandardCharsets.UTF_8);
                yield start(SESSION_ENDED, id.length).put(id).array();
            }
        };
    }

    private static byte[] encode(ServerFrame.Event event) {
        byte[] json = event.encoded().json();
        AccountId leaver = event.leaver();
        ByteBuffer bytes = leaver == null ? start(EVENT, 24 + json.length) : start(LEAVING, 40 + json.length);
        bytes.putLong(event.channelId().value().getMostSignificantBits())
                .putLong(event.channelId().value().getLeastSignificantBits())
                .putLong(event.seq());
        if (leaver != null) {
            bytes.putLong(leaver.value().getMostSignificantBits())
                    .putLong(leaver.value().getLeastSignificantBits());
        }
        return bytes.put(json).array();
    }

    private static ByteBuffer start(byte kind, int length) {
        return ByteBuffer.allocate(1 + length).put(kind);
    }

    /** Null for a kind that this build does not know: a newer gateway may speak in a rolling update. */
    static @Nullable Broadcast decode(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        byte kind = bytes.get();
        return switch (kind) {
            case EVENT, LEAVING -> {
                ChannelId channelId = new ChannelId(uuid(bytes));
                long seq = bytes.getLong();
                AccountId leaver = kind == LEAVING ? new AccountId(uuid(bytes)) : null;
                yield new Broadcast.Recorded(new ServerFrame.Event(channelId, seq, leaver, rest(bytes)));
            }
            case SIGNAL -> new Broadcast.Signal(new AccountId(uuid(bytes)), rest(bytes));
            case JOINED -> new Broadcast.Joined(new ChannelId(uuid(bytes)), bytes.getLong());
            case READ -> new Broadcast.Read(new ChannelId(uuid(bytes)), bytes.getLong(), bytes.getLong());
            case GOSSIP -> new Broadcast.Gossip(rest(bytes).json());
            case SESSION_ENDED ->
                new Broadcast.SessionEnded(new String(rest(bytes).json(), StandardCharsets.UTF_8));
            default -> null;
        };
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static EncodedFrame rest(ByteBuffer bytes) {
        return new EncodedFrame(Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit()));
    }
}
