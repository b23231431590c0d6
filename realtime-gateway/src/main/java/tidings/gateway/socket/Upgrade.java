package tidings.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tidings.access.Authentication;
import tidings.access.BearerToken;
import tidings.access.ClientAddresses;
import tidings.access.Identity;
import tidings.gateway.access.Authenticator;
import tidings.gateway.frame.ClientFrameReader;
import tidings.gateway.limits.ClientAddress;
import tidings.gateway.limits.RequestAddresses;

/**
 * From an HTTP request to a WebSocket (RFC 6455, section 4.2): origin, then token or ticket, then the switch of the
 * pipeline. Extensions are never negotiated: shared frames depend on it.
 */
final class Upgrade {

    private static final String SUBPROTOCOL = "tidings.v1";
    private static final String VERSION = "13";
    private static final int KEY_CHARS = 24;
    private static final int KEY_BYTES = 16;
    private static final WebSocketDecoderConfig DECODER = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(ClientFrameReader.MAX_FRAME_BYTES)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .withUTF8Validator(true)
            .build();

    private final OriginPolicy origins;
    private final Authenticator authenticator;
    private final RequestAddresses addresses;
    private final Function<Channel, SocketLoop> loops;
    private final Supplier<Boolean> draining;

    Upgrade(
            OriginPolicy origins,
            Authenticator authenticator,
            RequestAddresses addresses,
            Function<Channel, SocketLoop> loops,
            Supplier<Boolean> draining) {
        this.origins = origins;
        this.authenticator = authenticator;
        this.addresses = addresses;
        this.loops = loops;
        this.draining = draining;
    }

    void toSession(Channel channel, FullHttpRequest request, QueryStringDecoder uri) {
        if (!isWebSocket(channel, request)) {
            return;
        }
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (!origins.allows(origin, request.headers().get(HttpHeaderNames.HOST))) {
            refuse(channel, HttpProblem.FORBIDDEN);
            return;
        }
        CompletableFuture<Authentication> authentication = authentication(request, uri);
        if (authentication == null) {
            openSession(channel, request, null);
            return;
        }
        // nothing more is read until it is known who this is
        channel.config().setAutoRead(false);
        request.retain();
        var unused = authentication.thenAcceptAsync(
                answer -> {
                    try {
                        onAuthentication(channel, request, answer);
                    } finally {
                        request.release();
                    }
                },
                channel.eventLoop());
    }

    private void onAuthentication(Channel channel, FullHttpRequest request, Authentication answer) {
        channel.config().setAutoRead(true);
        switch (answer) {
            case Authentication.Granted granted -> openSession(channel, request, granted.identity());
            case Authentication.Denied denied -> refuse(channel, HttpProblem.UNAUTHENTICATED);
            case Authentication.InsufficientScope missing ->
                refuse(channel, HttpProblem.FORBIDDEN, missing.challenge());
            case Authentication.Undecided undecided -> unavailable(channel);
        }
    }

    private void openSession(Channel channel, FullHttpRequest request, @Nullable Identity identity) {
        ClientAddress address = addresses.of(peer(channel), request.headers().getAll(ClientAddresses.HEADER));
        switchProtocols(channel, request, () -> new SessionHandler(channel, loops.apply(channel), identity, address));
    }

    /** Null for the socket file. */
    private static @Nullable InetAddress peer(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress socket ? socket.getAddress() : null;
    }

    private @Nullable CompletableFuture<Authentication> authentication(
            FullHttpRequest request, QueryStringDecoder uri) {
        String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null) {
            String token = BearerToken.in(authorization);
            return token != null
                    ? authenticator.checkToken(token)
                    : CompletableFuture.completedFuture(new Authentication.Denied("only Bearer is known"));
        }
        List<String> tickets = uri.parameters().get("ticket");
        return tickets == null ? null : authenticator.redeemTicket(tickets.getFirst());
    }

    private boolean isWebSocket(Channel channel, FullHttpRequest request) {
        if (draining.get()) {
            unavailable(channel);
            return false;
        }
        if (!HttpMethod.GET.equals(request.method())) {
            FullHttpResponse response = HttpAnswers.problem(HttpProblem.METHOD_NOT_ALLOWED);
            response.headers().set(HttpHeaderNames.ALLOW, HttpMethod.GET);
            HttpAnswers.send(channel, response, false);
            return false;
        }
        if (!request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            FullHttpResponse response = HttpAnswers.problem(HttpProblem.UPGRADE_REQUIRED);
            response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
            response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
            HttpAnswers.send(channel, response, false);
            return false;
        }
        if (!isKey(request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY))) {
            refuse(channel, HttpProblem.BAD_FRAME);
            return false;
        }
        return true;
    }

    /** One value: 16 bytes in base64 (RFC 6455, section 4.1). */
    private static boolean isKey(List<String> values) {
        try {
            return values.size() == 1
                    && values.getFirst().length() == KEY_CHARS
                    && Base64.getDecoder().decode(values.getFirst()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void switchProtocols(Channel channel, FullHttpRequest request, Supplier<ChannelHandler> handler) {
        WebSocketServerHandshaker handshaker =
                new WebSocketServerHandshakerFactory("/ws", SUBPROTOCOL, DECODER).newHandshaker(request);
        try {
            handshaker.handshake(channel, request);
        } catch (WebSocketHandshakeException e) {
            refuse(channel, HttpProblem.BAD_FRAME);
            return;
        }
        channel.pipeline().remove(HttpRequestHandler.class);
        channel.pipeline().addLast(new Utf8FrameValidator(false), handler.get());
    }

    private static void unavailable(Channel channel) {
        FullHttpResponse response = HttpAnswers.problem(HttpProblem.UNAVAILABLE);
        response.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
        HttpAnswers.send(channel, response, false);
    }

    private static void refuse(Channel channel, HttpProblem problem) {
        refuse(channel, problem, problem == HttpProblem.UNAUTHENTICATED ? "Bearer" : null);
    }

    private static void refuse(Channel channel, HttpProblem problem, @Nullable String challenge) {
        FullHttpResponse response = HttpAnswers.problem(problem);
        if (challenge != null) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, challenge);
        }
        HttpAnswers.send(channel, response, false);
    }
}
