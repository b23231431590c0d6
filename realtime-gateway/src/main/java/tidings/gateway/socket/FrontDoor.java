package tidings.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tidings.gateway.health.Readiness;

/** Plain HTTP before the upgrade: health, and the way to the socket. A connection that does not come to it is closed. */
final class FrontDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final SocketProperties properties;
    private final Readiness readiness;
    private final Upgrade upgrade;
    private @Nullable Future<?> timeout;

    FrontDoor(SocketProperties properties, Readiness readiness, Upgrade upgrade) {
        this.properties = properties;
        this.readiness = readiness;
        this.upgrade = upgrade;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        timeout = ctx.executor()
                .schedule(() -> ctx.close(), properties.handshakeTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        Channel channel = ctx.channel();
        if (request.decoderResult().isFailure()) {
            HttpAnswers.send(channel, HttpAnswers.problem(HttpResponseStatus.BAD_REQUEST, "BAD_REQUEST"), false);
            return;
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        switch (uri.rawPath()) {
            case "/health/live" -> HttpAnswers.send(channel, HttpAnswers.live(), keepAlive);
            case "/health/ready" ->
                HttpAnswers.send(channel, HttpAnswers.ready(readiness.report(), readiness.alarms()), keepAlive);
            case "/ws" -> upgrade.toSession(channel, request, uri);
            case "/ws-echo" -> {
                if (properties.testEndpoints()) {
                    upgrade.toEcho(channel, request);
                } else {
                    notFound(channel, keepAlive);
                }
            }
            default -> notFound(channel, keepAlive);
        }
    }

    private static void notFound(Channel channel, boolean keepAlive) {
        HttpAnswers.send(channel, HttpAnswers.problem(HttpResponseStatus.NOT_FOUND, "NOT_FOUND"), keepAlive);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
