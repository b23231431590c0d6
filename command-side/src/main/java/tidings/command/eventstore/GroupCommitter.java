package tidings.command.eventstore;

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
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;
import tidings.command.background.BackgroundTasks.Importance;

/**
 * The one thread of a node that commits: whatever queued up while the last transaction was on its way to the disk goes
 * into the next one, so one fsync serves many commands (ADR-0007). Appends are committed, and settled, in the order in
 * which they were submitted.
 */
public final class GroupCommitter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitter.class);
    private static final long IDLE_POLL_MILLIS = 200;
    private static final Duration STAY_CONNECTED = Duration.ofSeconds(3);
    private static final Duration LAST_COMMITS = Duration.ofSeconds(10);

    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final BatchWriter writer;
    private final int maxEvents;
    private final BatchWindow window;
    private final BackgroundTask task;
    private volatile Consumer<List<Committed>> afterCommit = events -> {};
    private @Nullable Append overflow;
    private long lastUse = System.nanoTime();

    /** Begins to commit. */
    public GroupCommitter(
            AppendConnections connections,
            List<InlineProjection> projections,
            StoreProperties properties,
            BackgroundTasks tasks) {
        this(connections.dataSource(), projections, properties, tasks);
    }

    GroupCommitter(
            DataSource dataSource,
            List<InlineProjection> projections,
            StoreProperties properties,
            BackgroundTasks tasks) {
        this.writer = new BatchWriter(dataSource, projections);
        this.maxEvents = properties.maxBatchEvents();
        this.window = new BatchWindow(queue, properties.batchWindow(), properties.batchSize());
        this.task = tasks.loop("committer", Importance.VITAL, this::commitNext);
    }

    /** The committer tells the action of every commit, before it settles the appends: readers of the log are handed the events. */
    public void afterCommit(Consumer<List<Committed>> action) {
        afterCommit = action;
    }

    void submit(Append append) {
        queue.add(append);
        window.queued();
    }

    /** Commits what is queued, and ends. */
    @Override
    public void close() {
        if (!task.stop(LAST_COMMITS)) {
            LOG.warn("the committer does not come to its end");
            return;
        }
        try {
            while (!queue.isEmpty() || overflow != null) {
                commitNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitNext() throws InterruptedException {
        List<Append> batch = nextBatch();
        if (!batch.isEmpty()) {
            commit(batch);
            lastUse = System.nanoTime();
        } else if (System.nanoTime() - lastUse > STAY_CONNECTED.toNanos()) {
            writer.stayConnected();
            lastUse = System.nanoTime();
        }
    }

    private List<Append> nextBatch() throws InterruptedException {
        List<Append> batch = new ArrayList<>();
        Append next = overflow;
        if (next == null) {
            window.await();
            next = queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        overflow = null;
        int events = 0;
        while (next != null) {
            if (!batch.isEmpty() && events + next.events().size() > maxEvents) {
                overflow = next;
                break;
            }
            batch.add(next);
            events += next.events().size();
            next = queue.poll();
        }
        window.begin(batch.size());
        return batch;
    }

    /** Settles every append of the batch, whatever happens. */
    private void commit(List<Append> batch) {
        List<AppendResult> results = write(batch);
        for (int i = 0; i < batch.size(); i++) {
            try {
                batch.get(i).settle(results.get(i));
            } catch (RuntimeException | Error e) {
                LOG.error("an append was {}, and its appender could not be told", results.get(i), e);
            }
        }
    }

    private List<AppendResult> write(List<Append> batch) {
        try {
            BatchWriter.Written written = writer.write(batch);
            tellFollowers(written.events());
            return written.results();
        } catch (RuntimeException | Error e) {
            LOG.error("it is not known what became of {} appends", batch.size(), e);
            batch.forEach(append -> append.chain().condemn());
            return Collections.nCopies(batch.size(), AppendResult.UNAVAILABLE);
        }
    }

    private void tellFollowers(List<Committed> events) {
        try {
            afterCommit.accept(events);
        } catch (RuntimeException | Error e) {
            // the readers find the hole, and read the log
            LOG.error("{} committed events could not be handed over", events.size(), e);
        }
    }
}
