package tidings.gateway.fanout;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.List;
import tidings.gateway.loop.EventLoops;

/**
 * Redis as the broker needs it: one server with its pub/sub, or a cluster with sharded pub/sub, where a topic lives on the
 * node of its slot. Connections come back by themselves and refuse commands at once while they are away.
 */
interface RedisLink {

    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);

    /** A connection for commands, which can be written in batches. */
    record Commands(RedisClusterAsyncCommands<String, byte[]> async, StatefulConnection<String, byte[]> connection) {}

    /** Blocks until connected; fails when Redis is away. */
    Commands openCommands();

    /** Opens pub/sub. Blocks until connected; fails when Redis is away. */
    void listen(RedisListener listener);

    /** Asks for topics; for one that is delivered already the answer comes again. */
    void subscribe(List<String> topics);

    void unsubscribe(List<String> topics);

    RedisFuture<Long> publish(RedisClusterAsyncCommands<String, byte[]> commands, String topic, byte[] message);

    /** Whether every connection on which topics are heard is there. */
    boolean isListening();

    void close();

    /** By the properties. */
    static RedisLink of(FanoutProperties properties, EventLoops loops) {
        return properties.cluster() ? new RedisCluster(properties, loops) : new RedisServer(properties, loops);
    }
}
