package tidings.command.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's token store that writes a position only now and then: under load each batch would otherwise cost a commit of
 * its own beside the append's. The written position is behind by at most the interval and never ahead, so a restart
 * repeats a little, which every consumer drops by seq. A position that was not written is written as soon as its
 * processor idles.
 */
final class ThrottledTokenStore extends JdbcTokenStore {

    private final long intervalNanos;
    private final Map<String, Long> writtenAt = new ConcurrentHashMap<>();
    private final Map<String, TrackingToken> unwritten = new ConcurrentHashMap<>();

    ThrottledTokenStore(JdbcTokenStore.Builder builder, Duration interval) {
        super(builder);
        this.intervalNanos = interval.toNanos();
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        String key = processorName + '/' + segment;
        Long last = writtenAt.get(key);
        if (token != null
                && last != null
                && System.nanoTime() - last < intervalNanos
                && CurrentUnitOfWork.isStarted()) {
            // counts only once its batch is through: a batch that fails must not move the position later
            CurrentUnitOfWork.get().afterCommit(done -> unwritten.put(key, token));
            return;
        }
        super.storeToken(token, processorName, segment);
        unwritten.remove(key);
        writtenAt.put(key, System.nanoTime());
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        String key = processorName + '/' + segment;
        TrackingToken token = unwritten.remove(key);
        if (token == null) {
            super.extendClaim(processorName, segment);
        } else {
            super.storeToken(token, processorName, segment);
            writtenAt.put(key, System.nanoTime());
        }
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        unwritten.remove(processorName + '/' + segment);
        return super.fetchToken(processorName, segment);
    }
}
