package tidings.gateway.socket;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Optional;

/**
 * Native epoll where it loads, NIO elsewhere.
 *
 * @param localServerChannel for files in the file system, absent with NIO
 */
record Transport(
        EventLoopGroup loops,
        Class<? extends ServerChannel> serverChannel,
        Optional<Class<? extends ServerChannel>> localServerChannel,
        String name) {

    static Transport create(int eventLoops) {
        int threads = eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new Transport(
                new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("sockets"), io),
                epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class,
                epoll ? Optional.of(EpollServerDomainSocketChannel.class) : Optional.empty(),
                epoll ? "epoll" : "nio");
    }
}
