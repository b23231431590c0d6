package tidings.load.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** One open socket. */
public final class ChatSocket {

    private final Channel channel;

    ChatSocket(Channel channel) {
        this.channel = channel;
    }

    /** Sends a text frame; on the socket's event loop it is on its way when this returns. */
    public void send(String json) {
        ByteBuf bytes = ByteBufUtil.writeUtf8(channel.alloc(), json);
        channel.writeAndFlush(new TextWebSocketFrame(bytes), channel.voidPromise());
    }

    /** Cuts the connection with a reset, as a crash or a lost network does. */
    public void cut() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    /** Closes the connection. */
    public void close() {
        channel.close();
    }
}
