package tidings.gateway.session;

import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Broker;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.frame.ServerFrameWriter;

/** Typing and presence: shown once to the others in the user's channels, never stored. Confined to the session's loop. */
final class SessionSignals {

    private static final ServerFrameWriter WRITER = new ServerFrameWriter();
    private static final int MAX_PRESENCE_CHANNELS = 50;
    private static final int TYPING_PER_SECOND = 2;
    private static final int PRESENCE_PER_SECOND = 1;

    private final Session session;
    private final SessionChannels channels;
    private final Broker broker;
    private final TokenBucket typing = new TokenBucket(TYPING_PER_SECOND, 2 * TYPING_PER_SECOND);
    private final TokenBucket presence = new TokenBucket(PRESENCE_PER_SECOND, 2 * PRESENCE_PER_SECOND);

    SessionSignals(Session session, SessionChannels channels, Broker broker) {
        this.session = session;
        this.channels = channels;
        this.broker = broker;
    }

    void typing(ClientFrame.Typing frame, AccountId accountId) {
        if (!channels.contains(frame.channelId())) {
            session.error(frame.ref(), ErrorCode.NOT_FOUND, "not subscribed to that channel", 0);
        } else if (within(typing, frame)) {
            signal(frame.channelId(), accountId, new ServerFrame.Typing(frame.channelId(), accountId));
        }
    }

    void presence(ClientFrame.Presence frame, AccountId accountId) {
        if (within(presence, frame)) {
            channels.ids().stream()
                    .limit(MAX_PRESENCE_CHANNELS)
                    .forEach(id -> signal(id, accountId, new ServerFrame.Presence(accountId, frame.status())));
        }
    }

    private boolean within(TokenBucket bucket, ClientFrame frame) {
        long waitMs = bucket.take(System.nanoTime());
        if (waitMs > 0) {
            session.error(frame.ref(), ErrorCode.RATE_LIMITED, "too often", waitMs);
        }
        return waitMs == 0;
    }

    private void signal(ChannelId channelId, AccountId from, ServerFrame frame) {
        broker.signal(channelId, new Broadcast.Signal(from, new EncodedFrame(WRITER.write(frame))));
    }
}
