package tidings.gateway.commandside;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;

/** One command node: a real gRPC server over a channel log in memory. */
public final class InMemoryCommandSide implements AutoCloseable {

    public static final String SECRET = "a secret of the tests";
    private final ChannelLog log;
    private final Server server;

    public InMemoryCommandSide(ChannelLog log) throws IOException {
        this.log = log;
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new InMemoryCommands(log))
                .addService(new InMemoryEventLog(log))
                .addService(new InMemorySessions(log))
                .intercept(new SecretCheck())
                .build()
                .start();
    }

    public ChannelLog log() {
        return log;
    }

    public int port() {
        return server.getPort();
    }

    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
