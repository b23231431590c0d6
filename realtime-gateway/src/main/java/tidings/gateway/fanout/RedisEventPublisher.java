package tidings.gateway.fanout;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.gateway.frame.ServerFrame;

/**
 * Pipelines a batch over one connection: per event an entry of the replay stream and a publication, per channel one
 * expiry. An entry that the stream has already is refused by Redis, which is just what a repetition needs. For one
 * thread.
 */
@Component
class RedisEventPublisher implements EventPublisher {

    private final FanoutProperties properties;
    private final ReplayKeys keys;
    private final RedisBroker broker;
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    RedisEventPublisher(FanoutProperties properties, RedisBroker broker) {
        this.properties = properties;
        this.keys = new ReplayKeys(properties);
        this.broker = broker;
    }

    @Override
    public void publish(List<Publication> batch) throws BrokerUnavailableException {
        List<RedisFuture<?>> answers = new ArrayList<>(batch.size() * 2);
        try {
            StatefulRedisConnection<String, byte[]> redis = connected();
            RedisAsyncCommands<String, byte[]> commands = redis.async();
            Set<String> touched = new LinkedHashSet<>();
            for (Publication publication : batch) {
                switch (publication) {
                    case Publication.OfEvent ofEvent -> answers.add(publishEvent(commands, ofEvent.event(), touched));
                    case Publication.ToAccount toAccount ->
                        answers.add(commands.publish(
                                keys.topic(Topic.of(toAccount.accountId())),
                                BroadcastCodec.encode(toAccount.broadcast())));
                }
            }
            touched.forEach(key -> answers.add(commands.pexpire(key, properties.replayFor())));
            redis.flushCommands();
            await(answers);
        } catch (RedisException e) {
            throw new BrokerUnavailableException("Redis refused a batch", e);
        }
    }

    private RedisFuture<Long> publishEvent(
            RedisAsyncCommands<String, byte[]> commands, ServerFrame.Event event, Set<String> touched) {
        byte[] bytes = BroadcastCodec.encode(new Broadcast.Recorded(event));
        String key = keys.replay(event.channelId());
        touched.add(key);
        XAddArgs args = new XAddArgs()
                .id(ReplayKeys.entryId(event.seq()))
                .maxlen(properties.replayEvents())
                .approximateTrimming();
        var unused = commands.xadd(key, args, Map.of(ReplayKeys.FIELD, bytes));
        return commands.publish(keys.topic(Topic.of(event.channelId())), bytes);
    }

    private StatefulRedisConnection<String, byte[]> connected() {
        StatefulRedisConnection<String, byte[]> current = connection;
        if (current == null) {
            current = broker.connections().commands();
            current.setAutoFlushCommands(false);
            connection = current;
        }
        return current;
    }

    private void await(List<RedisFuture<?>> answers) throws BrokerUnavailableException {
        long deadline = System.nanoTime() + properties.timeout().toNanos();
        try {
            for (RedisFuture<?> answer : answers) {
                var unused = answer.toCompletableFuture()
                        .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerUnavailableException("Redis did not accept a batch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException("interrupted", e);
        }
    }
}
