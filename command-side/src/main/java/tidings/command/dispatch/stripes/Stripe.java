package tidings.command.dispatch.stripes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.dispatch.Outcome;
import tidings.command.eventstore.AppendResult;

/**
 * Decides the commands of its aggregates one after the other, each upon the state that the one before left, without
 * waiting for any to become durable. Everything here runs on the stripe's one thread, but for the answers: the committer answers
 * a decision as soon as it is durable, without waking the stripe, which removes ended decisions before its next command
 * (ADR-0011).
 */
final class Stripe {

    private static final Logger LOG = LoggerFactory.getLogger(Stripe.class);
    private static final int MAX_ATTEMPTS = 10;

    private final Aggregates aggregates;
    private final Executor thread;
    private final Freshness freshness;
    private final LongSupplier nanoTime;
    private final Consumer<PendingCommand> done;
    private final Map<UUID, SpeculativeChain> chains = new HashMap<>();
    private final Queue<Decision> durable = new ConcurrentLinkedQueue<>();

    /**
     * A stripe without commands.
     *
     * @param thread runs one task at a time, in order
     * @param blocking where the store is asked what the answer of a command may have to wait for
     * @param done takes every command that has its outcome
     */
    Stripe(
            Aggregates aggregates,
            Executor thread,
            Executor blocking,
            LongSupplier nanoTime,
            Consumer<PendingCommand> done) {
        this.aggregates = aggregates;
        this.thread = thread;
        this.freshness = new Freshness(aggregates, thread, blocking, this::checked);
        this.nanoTime = nanoTime;
        this.done = done;
    }

    /** From any thread. */
    void submit(PendingCommand command) {
        thread.execute(() -> {
            endDurable();
            decide(command);
        });
    }

    private void decide(PendingCommand command) {
        try {
            SpeculativeChain chain = chains.get(command.command().aggregateId());
            if (chain != null && chain.isBroken()) {
                chain.park(command);
            } else if (command.isLate(nanoTime.getAsLong())) {
                finish(command, Rejections.unavailable("it was not decided in time"));
            } else if (command.attempt() > MAX_ATTEMPTS) {
                finish(command, Rejections.unavailable("too much contention"));
            } else {
                decide(command, chain == null ? new SpeculativeChain() : chain);
            }
        } catch (RuntimeException | Error e) {
            // also an error ends with this one command, not with the place that it takes among those under way
            LOG.error("a command could not be decided", e);
            aggregates.evict(command.command());
            finish(command, Rejections.unavailable("it could not be decided"));
        }
    }

    private void decide(PendingCommand command, SpeculativeChain chain) {
        Decision decision = new Decision(command, chain, this::settled);
        Outcome outcome = aggregates.decide(decision);
        boolean isDurable = decision.decided(outcome);
        if (decision.isAppended()) {
            chains.put(command.command().aggregateId(), chain);
            if (isDurable) {
                answerDurable(decision);
            }
        } else {
            answerWithoutAppend(decision, outcome);
        }
    }

    /** An answer is only as good as the state that it was read from: that has to be durable, and the latest. */
    private void answerWithoutAppend(Decision decision, Outcome outcome) {
        Decision underWay = decision.chain().latest();
        if (underWay != null) {
            follow(underWay, decision.command(), outcome);
        } else if (decision.cachedVersion() != null) {
            freshness.check(new Freshness.Answer(decision, outcome));
        } else {
            finish(decision.command(), outcome);
        }
    }

    private void follow(Decision underWay, PendingCommand command, Outcome outcome) {
        if (!underWay.follow(new Decision.Follower(command, outcome))) {
            finish(command, outcome);
        }
    }

    /** What this node decided upon the same state meanwhile says as much about it as the store does. */
    private void checked(Freshness.Answer answer, @Nullable Long latest) {
        endDurable();
        PendingCommand command = answer.command();
        SpeculativeChain chain = chains.get(answer.aggregateId());
        Decision underWay = chain == null ? null : chain.latest();
        if (chain != null && chain.isBroken()) {
            chain.park(command.again());
        } else if (underWay != null) {
            follow(underWay, command, answer.outcome());
        } else if (latest == null) {
            finish(command, Rejections.unavailable("the event store did not answer"));
        } else if (latest > aggregates.cachedVersion(command.command())) {
            aggregates.evict(command.command());
            decide(command.again());
        } else {
            finish(command, answer.outcome());
        }
    }

    /** From the committer's thread, in the order of the appends. */
    private void settled(Decision decision, AppendResult result) {
        if (result == AppendResult.DURABLE) {
            durable.add(decision);
            if (decision.becameDurable()) {
                answerDurable(decision);
            }
        } else {
            thread.execute(() -> {
                endDurable();
                failed(decision, result);
            });
        }
    }

    private void endDurable() {
        for (Decision decision = durable.poll(); decision != null; decision = durable.poll()) {
            SpeculativeChain chain = decision.chain();
            chain.end();
            if (chain.isOver()) {
                // a broken one is over with a failure of its own
                chains.remove(decision.command().command().aggregateId(), chain);
            }
        }
    }

    private void failed(Decision decision, AppendResult result) {
        UUID id = decision.command().command().aggregateId();
        SpeculativeChain chain = decision.chain();
        chain.end();
        switch (result) {
            case DURABLE -> throw new IllegalArgumentException("it is durable");
            case CONFLICT -> {
                breakUp(chain, decision);
                chain.decideAgain(decision.command().again());
                decision.followers()
                        .forEach(
                                follower -> chain.decideAgain(follower.command().again()));
            }
            case UNAVAILABLE -> {
                breakUp(chain, decision);
                answerUnavailable(decision);
            }
        }
        if (chain.isOver()) {
            chains.remove(id);
            List<PendingCommand> leftBehind = chain.leftBehind();
            leftBehind.forEach(this::decide);
        }
    }

    private void breakUp(SpeculativeChain chain, Decision decision) {
        chain.breakUp();
        aggregates.evict(decision.command().command());
    }

    private void answerDurable(Decision decision) {
        decision.onceDurable().forEach(Runnable::run);
        Outcome outcome = decision.outcome();
        finish(decision.command(), outcome == null ? Rejections.unavailable("it could not be decided") : outcome);
        decision.followers().forEach(follower -> finish(follower.command(), follower.outcome()));
    }

    private void answerUnavailable(Decision decision) {
        Outcome unavailable = Rejections.unavailable("the event store did not answer");
        finish(decision.command(), unavailable);
        decision.followers().forEach(follower -> finish(follower.command(), unavailable));
    }

    private void finish(PendingCommand command, Outcome outcome) {
        done.accept(command);
        command.outcome().complete(outcome);
    }
}
