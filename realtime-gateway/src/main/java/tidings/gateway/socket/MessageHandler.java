package tidings.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.gateway.frame.CloseCode;

/**
 * Whole messages out of frames (RFC 6455, section 5): fragments are joined within bounds, pings and closes answered.
 * What breaks the protocol below a message, the decoder before this handler has thrown, with 1002, 1007 or 1009.
 */
abstract class MessageHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);
    private static final int MAX_FRAGMENTS = 1_024;

    private final int maxMessageBytes;
    private ByteBuf fragments = Unpooled.EMPTY_BUFFER;
    private int fragmentCount;
    private boolean textFragments;

    MessageHandler(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /** A whole text message, valid UTF-8. */
    abstract void onText(byte[] utf8);

    abstract void onBinary(byte[] bytes);

    /** Anything came in. */
    abstract void onAnything();

    abstract void onGone();

    abstract SocketOutbound outbound();

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        onAnything();
        switch (frame) {
            case TextWebSocketFrame text -> onDataFrame(text, true);
            case BinaryWebSocketFrame binary -> onDataFrame(binary, false);
            case ContinuationWebSocketFrame continuation -> onFragment(continuation);
            case PingWebSocketFrame ping ->
                ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), ctx.voidPromise());
            case CloseWebSocketFrame close -> outbound().closeInAnswer(close.retain());
            default -> {}
        }
    }

    private void onDataFrame(WebSocketFrame frame, boolean text) {
        if (frame.isFinalFragment()) {
            onMessage(ByteBufUtil.getBytes(frame.content()), text);
        } else {
            textFragments = text;
            fragmentCount = 0;
            onFragment(frame);
        }
    }

    private void onFragment(WebSocketFrame frame) {
        fragmentCount++;
        if (fragmentCount > MAX_FRAGMENTS) {
            refuse(CloseCode.POLICY_VIOLATION);
        } else if (fragments.readableBytes() + frame.content().readableBytes() > maxMessageBytes) {
            refuse(CloseCode.TOO_BIG);
        } else {
            if (fragmentCount == 1) {
                fragments = Unpooled.buffer(Math.max(64, frame.content().readableBytes()), maxMessageBytes);
            }
            fragments.writeBytes(frame.content());
            if (frame.isFinalFragment()) {
                byte[] message = ByteBufUtil.getBytes(fragments);
                fragments = Unpooled.EMPTY_BUFFER;
                onMessage(message, textFragments);
            }
        }
    }

    private void refuse(CloseCode code) {
        fragments = Unpooled.EMPTY_BUFFER;
        outbound().close(code);
    }

    private void onMessage(byte[] message, boolean text) {
        if (text) {
            onText(message);
        } else {
            onBinary(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        onGone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException offence) {
            LOG.debug("a client broke the WebSocket protocol: {}", offence.getMessage());
            outbound().breakOff(offence.closeStatus());
        } else if (cause instanceof IOException) {
            ctx.close();
        } else {
            LOG.warn("a socket is closed after a fault of this server", cause);
            outbound().close(CloseCode.INTERNAL_ERROR);
        }
    }
}
