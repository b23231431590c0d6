package tidings.load.drive;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat server in memory that speaks as much of Tidings' socket as the load program uses, on one event loop. The token
 * of a user is {@code USER@CHANNEL}. It can break its promise at every tenth message.
 */
final class MiniChat implements AutoCloseable {

    /** How it misbehaves. */
    enum Fault {
        NONE,
        LOSES,
        DOUBLES,
        SWAPS,
        NUMBERS_DIFFERENTLY,
        NEVER_ANSWERS,
        REFUSES,
        REFUSES_THE_FIRST_HELLO,
        PUTS_OFF_THE_FIRST_UPGRADE
    }

    private static final int EVERY = 10;

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Map<String, List<String>> logs = new LinkedHashMap<>();
    private final Map<String, Map<String, Channel>> members = new LinkedHashMap<>();
    private final Set<String> greeted = new HashSet<>();
    private final Fault fault;
    private final Channel server;

    MiniChat(Fault fault) {
        this.fault = fault;
        this.server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(65_536))
                                .addLast(new Door())
                                .addLast(new WebSocketServerProtocolHandler("/ws", "tidings.v1"))
                                .addLast(new Member());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + "/ws");
    }

    @Override
    public void close() {
        server.close();
        loop.shutdownGracefully();
    }

    /** Lets everybody in, or only who comes for the second time. */
    private final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            if (fault == Fault.PUTS_OFF_THE_FIRST_UPGRADE
                    && greeted.add(request.headers().get("Authorization"))) {
                FullHttpResponse busy =
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE);
                busy.headers().set("Retry-After", 1).set("Content-Length", 0);
                context.writeAndFlush(busy);
            } else {
                context.fireChannelRead(request.retain());
            }
        }
    }

    private final class Member extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        private String user = "";
        private String channelId = "";

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof HandshakeComplete upgrade) {
                String[] token = upgrade.requestHeaders()
                        .get("Authorization")
                        .substring("Bearer ".length())
                        .split("@");
                user = token[0];
                channelId = token[1];
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame text) {
            JsonNode frame = json.readTree(text.text());
            switch (frame.path("type").asString()) {
                case "hello" -> hello(context.channel(), frame);
                case "send" -> send(context.channel(), frame);
                default -> throw new IllegalArgumentException(text.text());
            }
        }

        private void hello(Channel channel, JsonNode frame) {
            if (fault == Fault.REFUSES_THE_FIRST_HELLO && greeted.add(user)) {
                write(
                        channel,
                        json.createObjectNode()
                                .put("type", "error")
                                .put("code", "UNAVAILABLE")
                                .toString());
                return;
            }
            write(channel, json.createObjectNode().put("type", "welcome").toString());
            JsonNode after = frame.path("resume").path(channelId);
            List<String> log = logs.computeIfAbsent(channelId, id -> new ArrayList<>());
            if (after.isNumber()) {
                log.subList(after.asInt() + 1, log.size()).forEach(event -> write(channel, event));
            }
            members.computeIfAbsent(channelId, id -> new LinkedHashMap<>()).put(user, channel);
        }

        private void send(Channel channel, JsonNode frame) {
            List<String> log = logs.computeIfAbsent(channelId, id -> new ArrayList<>());
            int seq = log.size();
            boolean bad = seq % EVERY == EVERY - 1;
            String ref = frame.path("ref").asString();
            if (fault == Fault.REFUSES) {
                write(channel, answer("error", ref).put("code", "BUSY").toString());
                return;
            }
            if (bad && fault == Fault.NEVER_ANSWERS) {
                return;
            }
            log.add(event(frame, seq));
            write(channel, answer("ack", ref).put("seq", seq).toString());
            members.getOrDefault(channelId, Map.of()).values().forEach(to -> deliver(to, frame, seq, bad));
        }

        /** Only the first member of a room is treated badly. */
        private void deliver(Channel to, JsonNode frame, int seq, boolean bad) {
            boolean first = to
                    == members.getOrDefault(channelId, Map.of())
                            .values()
                            .iterator()
                            .next();
            Fault now = bad && first ? fault : Fault.NONE;
            switch (now) {
                case LOSES -> {}
                case DOUBLES -> {
                    write(to, event(frame, seq));
                    write(to, event(frame, seq));
                }
                case SWAPS -> to.eventLoop().schedule(() -> write(to, event(frame, seq)), 200, TimeUnit.MILLISECONDS);
                case NUMBERS_DIFFERENTLY -> write(to, event(frame, seq + 1));
                case NONE, NEVER_ANSWERS, REFUSES, REFUSES_THE_FIRST_HELLO, PUTS_OFF_THE_FIRST_UPGRADE ->
                    write(to, event(frame, seq));
            }
        }

        private ObjectNode answer(String type, String ref) {
            return json.createObjectNode().put("type", type).put("ref", ref);
        }

        private String event(JsonNode frame, int seq) {
            ObjectNode event = json.createObjectNode()
                    .put("type", "event")
                    .put("channelId", channelId)
                    .put("seq", seq);
            event.putObject("data")
                    .put("clientMessageId", frame.path("clientMessageId").asString())
                    .put("body", frame.path("body").asString());
            return event.toString();
        }

        private void write(Channel to, String text) {
            to.writeAndFlush(new TextWebSocketFrame(text));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            members.getOrDefault(channelId, new LinkedHashMap<>()).remove(user, context.channel());
        }
    }
}
