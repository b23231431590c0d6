package tidings.gateway.socket;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.gateway.frame.ClientFrameReader;
import tidings.gateway.frame.CloseCode;
import tidings.gateway.limits.ClientAddress;
import tidings.gateway.session.Session;

/** Messages of one client to its session. */
final class SessionHandler extends MessageHandler {

    private static final ClientFrameReader READER = new ClientFrameReader();

    private final SocketOutbound outbound;
    private final Session session;

    SessionHandler(Channel channel, SocketLoop loop, @Nullable Identity identity, ClientAddress address) {
        super(ClientFrameReader.MAX_FRAME_BYTES);
        this.outbound = new SocketOutbound(channel, loop, this::onGone);
        this.session = loop.sessions().open(outbound, identity, address);
    }

    @Override
    void onText(byte[] utf8) {
        session.onMessage(READER.read(utf8));
    }

    @Override
    void onBinary(byte[] bytes) {
        outbound.close(CloseCode.UNSUPPORTED_DATA);
    }

    @Override
    void onAnything() {
        session.heard();
    }

    @Override
    void onGone() {
        session.onClosed();
    }

    @Override
    SocketOutbound outbound() {
        return outbound;
    }
}
