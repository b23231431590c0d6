package tidings.gateway.frame;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** One of each frame of the server, with every field that it can have. */
final class SampleFrames {

    private static final ChannelId CHANNEL = new ChannelId(new UUID(0, 1));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));

    static final List<ServerFrame> SERVER = List.of(
            new ServerFrame.Welcome(
                    "r",
                    "s",
                    ACCOUNT,
                    1,
                    new ServerFrame.Limits(1, 1, 1),
                    List.of(new ServerFrame.ChannelState(CHANNEL, 1, -1))),
            new ServerFrame.Subscribed("r", CHANNEL, 1, true),
            new ServerFrame.Unsubscribed("r", CHANNEL),
            EventFrames.encode(
                    CHANNEL, 1, Instant.EPOCH, "MessageDeleted", ACCOUNT, "{}".getBytes(StandardCharsets.UTF_8)),
            new ServerFrame.Ack("r", CHANNEL, "m", 1, Instant.EPOCH),
            new ServerFrame.Error("r", ErrorCode.BUSY, "m", 1, new ServerFrame.First("m", 1, Instant.EPOCH)),
            new ServerFrame.Read(CHANNEL, 1),
            new ServerFrame.Typing(CHANNEL, ACCOUNT),
            new ServerFrame.Presence(ACCOUNT, PresenceStatus.AWAY),
            new ServerFrame.Reset(CHANNEL, 1),
            new ServerFrame.Draining(1),
            new ServerFrame.Pong("r"));

    private SampleFrames() {}
}
