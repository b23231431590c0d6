package tidings.gateway.socket;

import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A channel whose peer is nginx on this machine. */
final class FromLoopback extends EmbeddedChannel {

    FromLoopback(ChannelHandler pipeline) {
        super(pipeline);
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return isActive() ? new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000) : null;
    }
}
