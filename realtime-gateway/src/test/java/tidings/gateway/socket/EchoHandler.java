package tidings.gateway.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import tidings.gateway.frame.ClientFrameReader;

/** Sends every message back, in the place of a session. */
final class EchoHandler extends MessageHandler {

    private final Channel channel;
    private final SocketOutbound outbound;

    EchoHandler(Channel channel, SocketLoop loop) {
        super(ClientFrameReader.MAX_FRAME_BYTES);
        this.channel = channel;
        this.outbound = new SocketOutbound(channel, loop, () -> {});
    }

    @Override
    void onText(byte[] utf8) {
        channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(utf8)), channel.voidPromise());
    }

    @Override
    void onBinary(byte[] bytes) {
        channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)), channel.voidPromise());
    }

    @Override
    void onAnything() {}

    @Override
    void onGone() {}

    @Override
    SocketOutbound outbound() {
        return outbound;
    }
}
