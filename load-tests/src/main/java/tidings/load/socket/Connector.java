package tidings.load.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Opens sockets. One source address has about 28,000 ports towards one destination, so on loopback many sockets are
 * spread over the sources 127.0.0.1, 127.0.0.2 and so on.
 */
public final class Connector implements AutoCloseable {

    private static final int MAX_FRAME = 4 << 20;
    private static final int MAX_UPGRADE_ANSWER = 64 << 10;
    private static final long UPGRADE_TIMEOUT_MILLIS = 60_000;

    private final EventLoopGroup loops;
    private final Class<? extends SocketChannel> transport;
    private final URI url;
    private final int sources;

    /**
     * @param url such as {@code ws://127.0.0.1:8080/ws}
     * @param threads the number of event loops
     * @param sources the number of source addresses; 1 leaves the choice to the system
     */
    public Connector(URI url, int threads, int sources) {
        this.url = url;
        this.sources = sources;
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.loops = new MultiThreadIoEventLoopGroup(threads, io);
        this.transport = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** The next of the event loops, in turn. */
    public EventLoop nextLoop() {
        return loops.next();
    }

    /** Opens a socket on an event loop as the holder of a token; the listener hears how it went. */
    public void connect(EventLoop loop, int user, String token, SocketListener listener) {
        HttpHeaders headers = new DefaultHttpHeaders().add("Authorization", "Bearer " + token);
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(url)
                .version(WebSocketVersion.V13)
                .subprotocol("tidings.v1")
                .customHeaders(headers)
                .maxFramePayloadLength(MAX_FRAME)
                .handshakeTimeoutMillis(UPGRADE_TIMEOUT_MILLIS)
                .handleCloseFrames(false)
                .build();
        Bootstrap bootstrap = new Bootstrap().group(loop).channel(transport).handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new HttpClientCodec())
                        .addLast(new HttpObjectAggregator(MAX_UPGRADE_ANSWER))
                        .addLast(new WebSocketClientProtocolHandler(config))
                        .addLast(new WebSocketFrameAggregator(MAX_FRAME))
                        .addLast(new SocketHandler(listener));
            }
        });
        if (sources > 1) {
            bootstrap.localAddress(new InetSocketAddress("127.0.0." + (1 + user % sources), 0));
        }
        bootstrap.connect(url.getHost(), port()).addListener(connected -> {
            if (!connected.isSuccess()) {
                listener.closed("cannot connect: " + connected.cause().getMessage());
            }
        });
    }

    private int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "wss".equals(url.getScheme()) ? 443 : 80;
    }

    @Override
    public void close() {
        loops.shutdownGracefully();
    }
}
