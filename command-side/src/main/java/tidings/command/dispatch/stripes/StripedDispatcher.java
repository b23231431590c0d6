package tidings.command.dispatch.stripes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import tidings.command.background.BackgroundTasks;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Outcome;
import tidings.events.account.AccountId;

/**
 * Decides on a fixed number of threads, striped by aggregate, and bounds what is under way. The committer
 * or a stripe completes the outcomes on its own thread: a continuation must not block.
 */
public final class StripedDispatcher implements CommandDispatcher, AutoCloseable {

    private static final int QUESTIONS_AT_ONCE = 4;

    private final List<ExecutorService> threads = new ArrayList<>();
    private final ExecutorService questions = Executors.newFixedThreadPool(
            QUESTIONS_AT_ONCE, Thread.ofVirtual().name("freshness-", 0).factory());
    private final List<Stripe> stripes = new ArrayList<>();
    private final Admission admission;
    private final Deadlines deadlines;
    private volatile boolean draining;

    public StripedDispatcher(
            DispatchProperties properties, List<AggregateHost<?>> hosts, EventStore eventStore, BackgroundTasks tasks) {
        this.deadlines = new Deadlines(tasks);
        this.admission = new Admission(
                properties.maxInFlight(),
                properties.maxWaiting(),
                System::nanoTime,
                command -> stripeOf(command.command().aggregateId()).submit(command));
        Aggregates aggregates = new Aggregates(hosts, eventStore);
        for (int i = 0; i < properties.stripes(); i++) {
            ExecutorService thread = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("stripe-" + i).factory());
            threads.add(thread);
            stripes.add(new Stripe(aggregates, thread, questions, System::nanoTime, this::done));
        }
    }

    @Override
    public CompletableFuture<Outcome> dispatch(@Nullable AccountId actor, AggregateCommand command, Duration timeout) {
        if (draining) {
            return CompletableFuture.completedFuture(Rejections.unavailable("the node is shutting down"));
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        PendingCommand pending = new PendingCommand(actor, command, deadline, 0, outcome);
        deadlines.watch(pending);
        if (!admission.admit(pending)) {
            deadlines.done(pending);
            return CompletableFuture.completedFuture(Rejections.busy());
        }
        return outcome;
    }

    private void done(PendingCommand command) {
        deadlines.done(command);
        admission.done();
    }

    /** Commands under way. */
    public int inFlight() {
        return admission.inFlight();
    }

    /**
     * Takes no more commands and waits for those under way.
     *
     * @return whether all of them came to their end in time
     */
    public boolean drain(Duration timeout) {
        draining = true;
        try {
            return admission.awaitIdle(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        draining = true;
        questions.shutdown();
        threads.forEach(ExecutorService::shutdown);
        deadlines.close();
    }

    private Stripe stripeOf(UUID id) {
        return stripes.get(Math.floorMod(Long.hashCode(id.getLeastSignificantBits()), stripes.size()));
    }
}
