package tidings.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the commands of its aggregates one after the other, each upon the state that the one before left, without
 * waiting for any to become durable. Everything here runs on the stripe's one thread.
 */
final class Stripe {

    private static final Logger LOG = LoggerFactory.getLogger(Stripe.class);
    private static final int MAX_ATTEMPTS = 10;

    private final Aggregates aggregates;
    private final Executor thread;
    private final LongSupplier nanoTime;
    private final Consumer<PendingCommand> done;
    private final Map<UUID, Lineage> lineages = new HashMap<>();

    /**
     * A stripe without commands.
     *
     * @param thread runs one task at a time, in order
     * @param done is told of every command that has its outcome
     */
    Stripe(Aggregates aggregates, Executor thread, LongSupplier nanoTime, Consumer<PendingCommand> done) {
        this.aggregates = aggregates;
        this.thread = thread;
        this.nanoTime = nanoTime;
        this.done = done;
    }

    /** From any thread. */
    void submit(PendingCommand command) {
        thread.execute(() -> decide(command));
    }

    private void decide(PendingCommand command) {
        try {
            Lineage lineage = lineages.get(command.command().aggregateId());
            if (lineage != null && lineage.isBroken()) {
                lineage.park(command);
            } else if (command.isLate(nanoTime.getAsLong())) {
                finish(command, Rejections.unavailable("it was not decided in time"));
            } else if (command.attempt() > MAX_ATTEMPTS) {
                finish(command, Rejections.unavailable("too much contention"));
            } else {
                decide(command, lineage == null ? new Lineage() : lineage);
            }
        } catch (RuntimeException e) {
            LOG.error("a command could not be decided", e);
            finish(command, Rejections.unavailable("it could not be decided"));
        }
    }

    private void decide(PendingCommand command, Lineage lineage) {
        Decision decision = new Decision(command, lineage, thread, this::settled);
        Outcome outcome = aggregates.decide(decision);
        decision.decided(outcome);
        if (decision.isAppended()) {
            lineages.put(command.command().aggregateId(), lineage);
        } else {
            answerWithoutAppend(decision, outcome);
        }
    }

    /** An answer is only as good as the state that it was read from: that has to be durable, and the latest. */
    private void answerWithoutAppend(Decision decision, Outcome outcome) {
        PendingCommand command = decision.command();
        Decision underWay = decision.lineage().latest();
        Long cachedVersion = decision.cachedVersion();
        if (underWay != null) {
            underWay.follow(new Decision.Follower(command, outcome));
        } else if (cachedVersion != null && aggregates.isStale(command.command().aggregateId(), cachedVersion)) {
            aggregates.evict(command.command());
            decide(command.again());
        } else {
            finish(command, outcome);
        }
    }

    private void settled(Decision decision, AppendResult result) {
        UUID id = decision.command().command().aggregateId();
        Lineage lineage = decision.lineage();
        lineage.end();
        switch (result) {
            case DURABLE -> answer(decision, null);
            case CONFLICT -> {
                breakUp(lineage, decision);
                lineage.decideAgain(decision.command().again());
                decision.followers()
                        .forEach(follower ->
                                lineage.decideAgain(follower.command().again()));
            }
            case UNAVAILABLE -> {
                breakUp(lineage, decision);
                answer(decision, Rejections.unavailable("the event store did not answer"));
            }
        }
        if (lineage.isOver()) {
            lineages.remove(id);
            List<PendingCommand> leftBehind = lineage.leftBehind();
            leftBehind.forEach(this::decide);
        }
    }

    private void breakUp(Lineage lineage, Decision decision) {
        lineage.breakUp();
        aggregates.evict(decision.command().command());
    }

    private void answer(Decision decision, @Nullable Outcome instead) {
        Outcome outcome = decision.outcome();
        finish(decision.command(), instead != null || outcome == null ? orUnavailable(instead) : outcome);
        decision.followers()
                .forEach(follower -> finish(follower.command(), instead == null ? follower.outcome() : instead));
    }

    private static Outcome orUnavailable(@Nullable Outcome outcome) {
        return outcome == null ? Rejections.unavailable("it could not be decided") : outcome;
    }

    private void finish(PendingCommand command, Outcome outcome) {
        done.accept(command);
        command.outcome().complete(outcome);
    }
}
