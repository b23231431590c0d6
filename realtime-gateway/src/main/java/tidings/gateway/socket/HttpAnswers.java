package tidings.gateway.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain HTTP answers on the gateway's port. */
final class HttpAnswers {

    private static final String UP = "{\"status\":\"UP\"}";

    private HttpAnswers() {}

    static FullHttpResponse live() {
        return json(HttpResponseStatus.OK, UP);
    }

    /** With every alarm that rings; an alarm does not make a gateway unready. */
    static FullHttpResponse ready(Map<String, Boolean> checks, Map<String, Long> alarms) {
        String ringing = alarms.entrySet().stream()
                .map(alarm -> ",\"" + alarm.getKey() + "\":" + alarm.getValue())
                .collect(Collectors.joining());
        if (checks.values().stream().allMatch(Boolean::booleanValue)) {
            return json(HttpResponseStatus.OK, "{\"status\":\"UP\"" + ringing + "}");
        }
        String details = checks.entrySet().stream()
                .map(check -> "\"" + check.getKey() + "\":\"" + (check.getValue() ? "UP" : "DOWN") + "\"")
                .collect(Collectors.joining(","));
        return json(
                HttpResponseStatus.SERVICE_UNAVAILABLE,
                "{\"status\":\"DOWN\",\"checks\":{" + details + "}" + ringing + "}");
    }

    /** A refusal as RFC 9457 problem+json. */
    static FullHttpResponse problem(HttpProblem problem) {
        HttpResponseStatus status = problem.status();
        String body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(status.reasonPhrase(), status.code(), problem.name());
        FullHttpResponse response = json(status, body);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
        return response;
    }

    private static FullHttpResponse json(HttpResponseStatus status, String body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        return response;
    }

    /** With the headers that every answer has. */
    static FullHttpResponse complete(FullHttpResponse response, boolean keepAlive) {
        response.headers()
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        response.headers()
                .set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        return response;
    }

    /** The answer to HEAD is that to GET without its body (RFC 9110, section 9.3.2). */
    static void sendHead(Channel channel, FullHttpResponse response, boolean keepAlive) {
        complete(response, keepAlive).content().clear();
        end(channel, response, keepAlive);
    }

    static void send(Channel channel, FullHttpResponse response, boolean keepAlive) {
        end(channel, complete(response, keepAlive), keepAlive);
    }

    private static void end(Channel channel, FullHttpResponse response, boolean keepAlive) {
        var sent = channel.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
