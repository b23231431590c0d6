package tidings.command.dispatch.stripes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.Outcome;
import tidings.command.eventstore.AppendResult;

/**
 * One attempt at deciding a command, attached to its unit of work. The store takes the events of the unit of work from
 * the thread that decides, returns at once, and {@link #settle settles} the decision when their fate is known: perhaps
 * before that thread has come to its end.
 */
public final class Decision {

    private static final String RESOURCE = Decision.class.getName();

    private final PendingCommand command;
    private final Lineage lineage;
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

    Decision(PendingCommand command, Lineage lineage, BiConsumer<Decision, AppendResult> settled) {
        this.command = command;
        this.lineage = lineage;
        this.settled = settled;
    }

    /** The decision of the current unit of work. Only the dispatcher begins any. */
    public static Decision current() {
        Decision decision = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        if (decision == null) {
            throw new IllegalStateException("events are recorded through the command dispatcher only");
        }
        return decision;
    }

    void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().put(RESOURCE, this);
    }

    /** The decision is made on this version of an aggregate that was in the cache, not read from the store. */
    public void basedOnCached(@Nullable Long version) {
        cachedVersion = version;
    }

    /** The store has taken the events, and will settle the decision. */
    public Lineage append() {
        if (appended) {
            throw new IllegalStateException("one append per decision");
        }
        appended = true;
        lineage.begin(this);
        return lineage;
    }

    /** Called once by the store, from any thread, in the order of the appends of one aggregate. */
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

    Lineage lineage() {
        return lineage;
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
