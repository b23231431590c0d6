package tidings.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tidings.gateway.health.Readiness;

/** Plain HTTP before the upgrade: health, and the way to the socket. A connection that does not come to it is closed. */
final class HttpRequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final SocketProperties properties;
    private final Readiness readiness;
    private final Upgrade upgrade;
    private @Nullable Future<?> timeout;

    HttpRequestHandler(SocketProperties properties, Readiness readiness, Upgrade upgrade) {
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
            HttpAnswers.send(channel, HttpAnswers.problem(why(request.decoderResult())), false);
            return;
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        switch (uri.rawPath()) {
            case "/health/live" -> answer(channel, request, HttpAnswers::live);
            case "/health/ready" ->
                answer(channel, request, () -> HttpAnswers.ready(readiness.report(), readiness.alarms()));
            case "/ws" -> upgrade.toSession(channel, request, uri);
            default ->
                HttpAnswers.send(channel, HttpAnswers.problem(HttpProblem.NOT_FOUND), HttpUtil.isKeepAlive(request));
        }
    }

    private static HttpProblem why(DecoderResult result) {
        return switch (result.cause()) {
            case TooLongHttpLineException ignored -> HttpProblem.URI_TOO_LONG;
            case TooLongHttpHeaderException ignored -> HttpProblem.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpProblem.BAD_FRAME;
        };
    }

    private static void answer(Channel channel, FullHttpRequest request, Supplier<FullHttpResponse> page) {
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        if (HttpMethod.GET.equals(request.method())) {
            HttpAnswers.send(channel, page.get(), keepAlive);
        } else if (HttpMethod.HEAD.equals(request.method())) {
            HttpAnswers.sendHead(channel, page.get(), keepAlive);
        } else {
            FullHttpResponse refusal = HttpAnswers.problem(HttpProblem.METHOD_NOT_ALLOWED);
            refusal.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
            HttpAnswers.send(channel, refusal, keepAlive);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
