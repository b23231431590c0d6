package tidings.command.dispatch.stripes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tidings.command.eventstore.AppendChain;

/**
 * The decisions of one aggregate that were made upon one another while none of them was durable yet. When one of them
 * fails, all later ones saw a state that never was, and fail with it: the committer knows that by the {@link AppendChain},
 * and the aggregate's stripe counts here what is under way and decides again when all of it has come back.
 */
final class SpeculativeChain {

    private final AppendChain appends = new AppendChain();
    private int underWay;
    private boolean broken;
    private @Nullable Decision latest;
    private final Queue<PendingCommand> again = new ArrayDeque<>();
    private final List<PendingCommand> parked = new ArrayList<>();

    AppendChain appends() {
        return appends;
    }

    void begin(Decision decision) {
        underWay++;
        latest = decision;
    }

    void end() {
        underWay--;
    }

    void breakUp() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    boolean isOver() {
        return underWay == 0;
    }

    /** The last decision under way. */
    @Nullable Decision latest() {
        return latest;
    }

    void decideAgain(PendingCommand command) {
        again.add(command);
    }

    void park(PendingCommand command) {
        parked.add(command);
    }

    /** What is to be decided anew, in the order in which it was asked for. */
    List<PendingCommand> leftBehind() {
        List<PendingCommand> all = new ArrayList<>(again);
        all.addAll(parked);
        return all;
    }
}
