package tidings.command.readmarker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;
import tidings.command.background.BackgroundTasks.Importance;
import tidings.command.readmarker.ReadMarker.Key;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * Keeps the highest mark of each marker in memory, writes them in batches, then has them published. While the database
 * is away they wait here; beyond a million new ones are dropped, as read markers may be.
 */
final class CoalescedReadMarkers implements ReadMarkers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CoalescedReadMarkers.class);
    private static final Duration FLUSH_EVERY = Duration.ofMillis(250);
    private static final Duration LAST_FLUSH = Duration.ofSeconds(3);
    private static final int BATCH = 1_000;
    private static final int MAX_WAITING = 1_000_000;

    private final ReadMarkerStore store;
    private final MarkerPublication publication;
    private @Nullable BackgroundTask flusher;
    private final Map<Key, Long> unwritten = new ConcurrentHashMap<>();

    CoalescedReadMarkers(ReadMarkerStore store, MarkerPublication publication) {
        this.store = store;
        this.publication = publication;
    }

    void start(BackgroundTasks tasks) {
        flusher = tasks.every(FLUSH_EVERY, "read-markers", Importance.DEFERRABLE, this::flush);
    }

    @Override
    public void mark(AccountId accountId, ChannelId channelId, long seq) {
        Key key = new Key(accountId, channelId);
        if (unwritten.size() < MAX_WAITING || unwritten.containsKey(key)) {
            unwritten.merge(key, seq, Math::max);
        }
    }

    @Override
    public long readSeq(AccountId accountId, ChannelId channelId) {
        // memory first: a mark is written before it goes from there, so it is in one of the two
        long waiting = unwritten.getOrDefault(new Key(accountId, channelId), NOTHING_READ);
        return Math.max(waiting, store.find(accountId, channelId).orElse(NOTHING_READ));
    }

    @Override
    public Map<ChannelId, Long> readSeqs(AccountId accountId) {
        Map<ChannelId, Long> marked = new HashMap<>();
        unwritten.forEach((key, seq) -> {
            if (key.accountId().equals(accountId)) {
                marked.put(key.channelId(), seq);
            }
        });
        store.findAll(accountId).forEach((channel, seq) -> marked.merge(channel, seq, Math::max));
        return marked;
    }

    private void flush() {
        try {
            List<ReadMarker> taken = new ArrayList<>();
            unwritten.forEach((key, seq) -> taken.add(new ReadMarker(key.accountId(), key.channelId(), seq)));
            taken.sort(ReadMarker.BY_PRIMARY_KEY);
            for (int from = 0; from < taken.size(); from += BATCH) {
                write(taken.subList(from, Math.min(from + BATCH, taken.size())));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("read markers wait for the database: {}", e.toString());
        }
    }

    private void write(List<ReadMarker> batch) {
        store.raise(batch);
        publication.add(batch);
        batch.forEach(written -> unwritten.remove(written.key(), written.seq()));
    }

    /** Writes what is left. */
    @Override
    public void close() {
        if (flusher == null || flusher.stop(LAST_FLUSH)) {
            flush();
        }
    }
}
