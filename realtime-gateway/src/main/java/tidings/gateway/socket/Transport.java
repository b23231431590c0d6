package tidings.gateway.socket;

import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.Optional;

/**
 * What listens on the event loops.
 *
 * @param localServerChannel for files in the file system, absent with NIO
 */
record Transport(
        Class<? extends ServerChannel> serverChannel,
        Optional<Class<? extends ServerChannel>> localServerChannel,
        String name) {

    static Transport of(boolean epoll) {
        return epoll
                ? new Transport(
                        EpollServerSocketChannel.class, Optional.of(EpollServerDomainSocketChannel.class), "epoll")
                : new Transport(NioServerSocketChannel.class, Optional.empty(), "nio");
    }
}
