package tidings.command.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.dispatch.AppendResult;

/**
 * The one thread of a node that commits: whatever queued up while the last transaction was on its way to the disk goes
 * into the next one, so one fsync serves many commands (ADR 0021). Appends are committed, and settled, in the order in
 * which they were submitted.
 */
public final class GroupCommitter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitter.class);
    private static final long IDLE_POLL_MILLIS = 200;
    private static final Duration STAY_CONNECTED = Duration.ofSeconds(3);

    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final BatchWriter writer;
    private final int maxEvents;
    private final Pace pace;
    private final Thread thread;
    private volatile Consumer<List<Committed>> afterCommit = events -> {};
    private volatile boolean closed;
    private @Nullable Append overflow;
    private long lastUse = System.nanoTime();

    /** Begins to commit. */
    public GroupCommitter(AppendConnections connections, StoreProperties properties) {
        this(connections.dataSource(), properties);
    }

    GroupCommitter(DataSource dataSource, StoreProperties properties) {
        this.writer = new BatchWriter(dataSource);
        this.maxEvents = properties.maxBatchEvents();
        this.pace = new Pace(queue, properties.pace(), properties.enough());
        this.thread = Thread.ofPlatform().name("committer").unstarted(this::run);
        this.thread.start();
    }

    /** Is told of every commit, before the appends are settled: it hands the events to whoever follows the log. */
    public void afterCommit(Consumer<List<Committed>> action) {
        afterCommit = action;
    }

    void submit(Append append) {
        queue.add(append);
        pace.queued();
    }

    /** Commits what is queued, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !queue.isEmpty() || overflow != null) {
            try {
                List<Append> batch = nextBatch();
                if (!batch.isEmpty()) {
                    commit(batch);
                    lastUse = System.nanoTime();
                } else if (System.nanoTime() - lastUse > STAY_CONNECTED.toNanos()) {
                    writer.stayConnected();
                    lastUse = System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Append> nextBatch() throws InterruptedException {
        List<Append> batch = new ArrayList<>();
        Append next = overflow;
        if (next == null) {
            pace.await();
            next = queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        overflow = null;
        int events = 0;
        while (next != null) {
            if (!batch.isEmpty() && events + next.rows().size() > maxEvents) {
                overflow = next;
                break;
            }
            batch.add(next);
            events += next.rows().size();
            next = queue.poll();
        }
        pace.begin(batch.size());
        return batch;
    }

    private void commit(List<Append> batch) {
        List<Append> sound = new ArrayList<>();
        for (Append append : batch) {
            if (append.lineage().isCondemned()) {
                append.settle(AppendResult.CONFLICT);
            } else {
                sound.add(append);
            }
        }
        if (sound.isEmpty()) {
            return;
        }
        List<AppendResult> results = write(sound);
        for (int i = 0; i < sound.size(); i++) {
            sound.get(i).settle(results.get(i));
        }
    }

    private List<AppendResult> write(List<Append> batch) {
        try {
            BatchWriter.Written written = writer.write(batch);
            afterCommit.accept(written.events());
            return written.results();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{} appends could not be committed: {}", batch.size(), e.toString());
            batch.forEach(append -> append.lineage().condemn());
            return Collections.nCopies(batch.size(), AppendResult.UNAVAILABLE);
        }
    }
}
