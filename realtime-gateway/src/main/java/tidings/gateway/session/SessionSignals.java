package tidings.gateway.session;

import tidings.access.CellRate;
import tidings.events.account.AccountId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Topic;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.frame.ServerFrameWriter;

/** Typing and presence: shown once to the others in the user's channels, never stored. Confined to the session's loop. */
final class SessionSignals {

    private static final ServerFrameWriter WRITER = new ServerFrameWriter();
    private static final int TYPING_PER_SECOND = 2;
    private static final int PRESENCE_PER_SECOND = 1;

    private final Session session;
    private final SessionChannels channels;
    private final SessionServices services;
    private final CellRate typing = new CellRate(TYPING_PER_SECOND, 2 * TYPING_PER_SECOND);
    private final CellRate presence = new CellRate(PRESENCE_PER_SECOND, 2 * PRESENCE_PER_SECOND);

    SessionSignals(Session session, SessionChannels channels, SessionServices services) {
        this.session = session;
        this.channels = channels;
        this.services = services;
    }

    void typing(ClientFrame.Typing frame, AccountId accountId) {
        if (!channels.isMemberOf(frame.channelId())) {
            session.error(frame.ref(), ErrorCode.NOT_FOUND, "not a subscribed member of that channel", 0);
        } else if (within(typing, frame)) {
            ServerFrame.Typing typed = new ServerFrame.Typing(frame.channelId(), accountId);
            services.broker()
                    .publish(
                            Topic.of(frame.channelId()),
                            new Broadcast.Signal(accountId, new EncodedFrame(WRITER.write(typed))));
        }
    }

    void presence(ClientFrame.Presence frame) {
        if (within(presence, frame)) {
            services.presence().changed(session, frame.status());
        }
    }

    private boolean within(CellRate rate, ClientFrame frame) {
        long waitMs = rate.takeMillis(System.nanoTime());
        if (waitMs > 0) {
            session.error(frame.ref(), ErrorCode.RATE_LIMITED, "too often", waitMs);
        }
        return waitMs == 0;
    }
}
