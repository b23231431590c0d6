package tidings.command.dispatch.stripes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.Outcome;
import tidings.command.eventstore.AppendChain;
import tidings.command.eventstore.AppendResult;
import tidings.command.eventstore.Appender;

/**
 * One attempt at deciding a command, attached to its unit of work, which the store {@linkplain #settle settles} when the
 * fate of its events is known.
 */
final class Decision implements Appender {

    private final PendingCommand command;
    private final SpeculativeChain chain;
    private final BiConsumer<Decision, AppendResult> settled;
    private final List<Runnable> onceDurable = new ArrayList<>();
    private boolean appended;
    private @Nullable Long cachedVersion;

    private final Object lock = new Object();
    private final List<Follower> followers = new ArrayList<>();
    private boolean durable;
    private @Nullable Outcome outcome;

    /** A command that changed nothing, but whose answer rests on what is still under way. */
    record Follower(PendingCommand command, Outcome outcome) {}

    Decision(PendingCommand command, SpeculativeChain chain, BiConsumer<Decision, AppendResult> settled) {
        this.command = command;
        this.chain = chain;
        this.settled = settled;
    }

    /** The decision of the current unit of work. Only the dispatcher begins any. */
    static Decision current() {
        return (Decision) Appender.current();
    }

    /** The decision is made on this version of an aggregate that was in the cache, not read from the store. */
    void basedOnCached(@Nullable Long version) {
        cachedVersion = version;
    }

    @Override
    public AppendChain appending() {
        if (appended) {
            throw new IllegalStateException("one append per decision");
        }
        appended = true;
        chain.begin(this);
        return chain.appends();
    }

    @Override
    public void settle(AppendResult result) {
        settled.accept(this, result);
    }

    /** Something that is worth doing only when the events are durable, and does not wait; before the decision's end. */
    void onceDurable(Runnable action) {
        onceDurable.add(action);
    }

    boolean isAppended() {
        return appended;
    }

    @Nullable Long cachedVersion() {
        return cachedVersion;
    }

    PendingCommand command() {
        return command;
    }

    SpeculativeChain chain() {
        return chain;
    }

    /** What was decided; answers whether its events have become durable already, so that it is to be answered now. */
    boolean decided(Outcome decided) {
        synchronized (lock) {
            outcome = decided;
            return durable;
        }
    }

    /** Its events are on disk; answers whether it is known what was decided, so that it is to be answered now. */
    boolean becameDurable() {
        synchronized (lock) {
            durable = true;
            return outcome != null;
        }
    }

    @Nullable Outcome outcome() {
        synchronized (lock) {
            return outcome;
        }
    }

    /** Answers whether the follower shares its fate; otherwise that is known to be a good one. */
    boolean follow(Follower follower) {
        synchronized (lock) {
            return !durable && followers.add(follower);
        }
    }

    List<Follower> followers() {
        synchronized (lock) {
            return List.copyOf(followers);
        }
    }

    List<Runnable> onceDurable() {
        return onceDurable;
    }
}
