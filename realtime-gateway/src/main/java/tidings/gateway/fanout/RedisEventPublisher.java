package tidings.gateway.fanout;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
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
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;

/**
 * Pipelines a batch over one connection: per event an entry of the replay stream and a publication, and once a second the
 * expiry of the streams that grew. An entry that the stream has already is refused by Redis, which is just what a
 * repetition needs. For one thread.
 */
@Component
class RedisEventPublisher implements EventPublisher {

    private static final long EXPIRE_EVERY_NANOS = 1_000_000_000L;

    private final FanoutProperties properties;
    private final ReplayKeys keys;
    private final RedisBroker broker;
    private final Set<String> grown = new LinkedHashSet<>();
    private long expiredAtNanos = System.nanoTime();
    private RedisLink.@Nullable Commands connection;

    RedisEventPublisher(FanoutProperties properties, RedisBroker broker) {
        this.properties = properties;
        this.keys = new ReplayKeys(properties);
        this.broker = broker;
    }

    @Override
    public void publish(List<Publication> batch) throws BrokerUnavailableException {
        boolean expire = !grown.isEmpty() && System.nanoTime() - expiredAtNanos >= EXPIRE_EVERY_NANOS;
        if (batch.isEmpty() && !expire) {
            return;
        }
        List<RedisFuture<?>> answers = new ArrayList<>(batch.size() + 1);
        try {
            RedisLink.Commands redis = connected();
            RedisClusterAsyncCommands<String, byte[]> commands = redis.async();
            for (Publication publication : batch) {
                switch (publication) {
                    case Publication.OfEvent ofEvent -> answers.add(publishEvent(commands, ofEvent.event()));
                    case Publication.ToAccount toAccount ->
                        answers.add(broker.link()
                                .publish(
                                        commands,
                                        keys.topic(Topic.of(toAccount.accountId())),
                                        BroadcastCodec.encode(toAccount.broadcast())));
                }
            }
            if (expire) {
                grown.forEach(key -> answers.add(commands.pexpire(key, properties.replayFor())));
            }
            redis.connection().flushCommands();
            await(answers);
            if (expire) {
                grown.clear();
                expiredAtNanos = System.nanoTime();
            }
        } catch (RedisException e) {
            throw new BrokerUnavailableException("Redis refused a batch", e);
        }
    }

    private RedisFuture<Long> publishEvent(
            RedisClusterAsyncCommands<String, byte[]> commands, ServerFrame.Event event) {
        byte[] bytes = BroadcastCodec.encode(new Broadcast.Recorded(event));
        String key = keys.replay(event.channelId());
        grown.add(key);
        if (EventFrames.deletesText(event)) {
            // emptied, not removed: it still refuses repetitions of earlier events, which the log gives without the
            // text
            var emptied = commands.xtrim(key, 0);
        }
        XAddArgs args = new XAddArgs()
                .id(ReplayKeys.entryId(event.seq()))
                .maxlen(properties.replayEvents())
                .approximateTrimming();
        var unused = commands.xadd(key, args, Map.of(ReplayKeys.FIELD, bytes));
        return broker.link().publish(commands, keys.topic(Topic.of(event.channelId())), bytes);
    }

    private RedisLink.Commands connected() {
        RedisLink.Commands current = connection;
        if (current == null) {
            current = broker.link().openCommands();
            current.connection().setAutoFlushCommands(false);
            connection = current;
        }
        return current;
    }

    private void await(List<RedisFuture<?>> answers) throws BrokerUnavailableException {
        long deadline = System.nanoTime() + properties.timeout().toNanos();
        try {
            // the last one is the last to come: waiting for it first is one wake-up instead of many
            for (RedisFuture<?> answer : answers.reversed()) {
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
