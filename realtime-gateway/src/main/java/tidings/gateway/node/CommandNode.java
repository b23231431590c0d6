package tidings.gateway.node;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import tidings.gateway.loop.EventLoops;

/** One command node. Calls carry the instance's secret; their callbacks run on the gateway's event loops and must not block. */
public final class CommandNode {

    private static final Metadata.Key<String> SECRET =
            Metadata.Key.of("tidings-internal-secret", Metadata.ASCII_STRING_MARSHALLER);
    private static final int MAX_REPLY_BYTES = 16 * 1024 * 1024;

    private final String address;
    private final long addressHash;
    private final ManagedChannel connection;
    private final Channel channel;
    private volatile boolean silent;

    CommandNode(String address, String secret, EventLoops loops) {
        this.address = address;
        this.addressHash = hash(address);
        Metadata headers = new Metadata();
        headers.put(SECRET, secret);
        this.connection = loops.grpc(address)
                .usePlaintext()
                .directExecutor()
                .maxInboundMessageSize(MAX_REPLY_BYTES)
                .build();
        this.channel = ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    public String address() {
        return address;
    }

    public Channel channel() {
        return channel;
    }

    /** Tries a lost connection again now instead of after gRPC's own backoff. */
    public void reconnect() {
        connection.resetConnectBackoff();
    }

    /**
     * The node has stopped answering, perhaps without closing anything: calls go to the others first, and a new
     * connection, which is none until the node speaks on it, takes the place of the old one.
     */
    public void fellSilent() {
        silent = true;
        connection.enterIdle();
    }

    /** The node has answered again. */
    public void spoke() {
        silent = false;
    }

    boolean isSilent() {
        return silent;
    }

    /** How much this node is preferred for a key; the highest wins (rendezvous hashing). */
    long weight(long keyHash) {
        return mix(keyHash ^ addressHash);
    }

    void close() {
        connection.shutdownNow();
    }

    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
