package tidings.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;

/**
 * The end of a connection whose client broke the protocol. What the client still sends is taken and thrown away: ended at
 * once, the connection would be reset under it, and with it under a proxy, before the close frame has been read.
 */
final class HalfClose extends ChannelInboundHandlerAdapter {

    private HalfClose() {}

    static void begin(Channel channel, WebSocketCloseStatus status) {
        channel.pipeline().addFirst(new HalfClose());
        channel.writeAndFlush(new CloseWebSocketFrame(status)).addListener(sent -> endOutput(channel));
    }

    private static void endOutput(Channel channel) {
        if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }
}
