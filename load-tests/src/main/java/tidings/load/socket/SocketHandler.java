package tidings.load.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;

/** Turns Netty's events of one socket into calls of its listener. */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final SocketListener listener;
    private boolean over;

    SocketHandler(SocketListener listener) {
        this.listener = listener;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            listener.opened(new ChatSocket(context.channel()));
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            end(context, "the upgrade timed out");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            listener.received(new ServerFrame(text.content()));
        } else if (frame instanceof CloseWebSocketFrame close) {
            end(context, "closed with " + close.statusCode() + " " + close.reasonText());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context, "the connection is gone");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        String why = String.valueOf(cause.getMessage());
        long retryAfter = cause instanceof WebSocketClientHandshakeException refusal ? retryAfterMillis(refusal) : 0;
        if (over || retryAfter == 0) {
            end(context, why);
            return;
        }
        over = true;
        listener.putOff(why, retryAfter);
        context.close();
    }

    private static long retryAfterMillis(WebSocketClientHandshakeException refusal) {
        HttpResponse response = refusal.response();
        return response == null
                ? 0
                : TimeUnit.SECONDS.toMillis(response.headers().getInt(HttpHeaderNames.RETRY_AFTER, 0));
    }

    private void end(ChannelHandlerContext context, String why) {
        if (!over) {
            over = true;
            listener.closed(why);
            context.close();
        }
    }
}
