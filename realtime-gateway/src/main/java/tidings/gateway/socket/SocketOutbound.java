package tidings.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;
import tidings.gateway.frame.CloseCode;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.frame.ServerFrameWriter;
import tidings.gateway.session.Outbound;

/** One socket's way out. The unsent bytes are bounded by the channel's high water mark. */
final class SocketOutbound implements Outbound {

    private static final AttributeKey<SocketOutbound> KEY = AttributeKey.valueOf("tidings.outbound");
    private static final ServerFrameWriter WRITER = new ServerFrameWriter();
    private static final long CLOSE_PATIENCE_SECONDS = 3;
    private static final long STANDSTILL_SECONDS = 10;

    private final Channel channel;
    private final SocketLoop loop;
    private final Runnable closed;
    private boolean closing;
    private boolean flushPending;

    /** {@code closed} is called in a later turn after the first close. */
    SocketOutbound(Channel channel, SocketLoop loop, Runnable closed) {
        this.channel = channel;
        this.loop = loop;
        this.closed = closed;
        channel.attr(KEY).set(this);
    }

    @Override
    public void write(ServerFrame frame) {
        if (frame instanceof ServerFrame.Event event) {
            relay(event.encoded());
        } else if (!closing) {
            send(loop.frames().single(WRITER.write(frame)));
        }
    }

    @Override
    public void relay(EncodedFrame frame) {
        if (!closing) {
            send(loop.frames().shared(frame));
        }
    }

    private void send(ByteBuf bytes) {
        channel.write(bytes, channel.voidPromise());
        flushLater();
        if (!channel.isWritable()) {
            close(CloseCode.SLOW_CONSUMER);
        }
    }

    @Override
    public void ping() {
        if (!closing) {
            channel.write(new PingWebSocketFrame(), channel.voidPromise());
            flushLater();
        }
    }

    private void flushLater() {
        if (!flushPending) {
            flushPending = true;
            loop.flushLater(channel);
        }
    }

    static void flush(Channel channel) {
        SocketOutbound outbound = channel.attr(KEY).get();
        outbound.flushPending = false;
        channel.flush();
    }

    /** The close frame goes out behind what is unsent; a client that does not answer it is cut off. */
    @Override
    public void close(CloseCode code) {
        if (closing) {
            return;
        }
        closing = true;
        channel.writeAndFlush(new CloseWebSocketFrame(code.value(), code.reason()));
        endSoon();
    }

    private void endSoon() {
        var unused = loop.loop().schedule(() -> channel.close(), CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        loop.loop().execute(closed);
    }

    /** The client broke the protocol. */
    void breakOff(WebSocketCloseStatus status) {
        if (closing) {
            channel.close();
            return;
        }
        closing = true;
        HalfClose.begin(channel, status);
        endSoon();
    }

    /** The client began to close: its code goes back, then the connection ends. */
    void closeInAnswer(CloseWebSocketFrame frame) {
        if (closing) {
            frame.release();
            channel.close();
            return;
        }
        closing = true;
        channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
    }

    /**
     * An empty write is done when all before it is; the network's own order keeps the place. A client that takes nothing for
     * {@value #STANDSTILL_SECONDS} s meanwhile is too slow.
     */
    @Override
    public void whenSent(Runnable task) {
        if (!closing) {
            ChannelFuture written = channel.write(Unpooled.EMPTY_BUFFER);
            written.addListener(sent -> {
                if (sent.isSuccess()) {
                    loop.loop().execute(task);
                }
            });
            flushLater();
            closeAtStandstill(written, channel.bytesBeforeUnwritable());
        }
    }

    private void closeAtStandstill(ChannelFuture written, long free) {
        var unused = loop.loop()
                .schedule(
                        () -> {
                            long freeNow = channel.bytesBeforeUnwritable();
                            if (!written.isDone() && freeNow <= free) {
                                close(CloseCode.SLOW_CONSUMER);
                            } else if (!written.isDone()) {
                                closeAtStandstill(written, freeNow);
                            }
                        },
                        STANDSTILL_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public boolean congested() {
        return channel.bytesBeforeUnwritable() < channel.config().getWriteBufferHighWaterMark() / 2;
    }
}
