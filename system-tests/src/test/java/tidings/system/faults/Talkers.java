package tidings.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tidings.system.client.Talker;

/** Who talks in a crowd. Whoever falls silent unasked fails the test: a fault that nobody talks through is no fault. */
final class Talkers {

    private final List<Talker> talkers = new ArrayList<>();

    void add(Talker talker) {
        talkers.add(talker);
    }

    Stream<Talker> stream() {
        return talkers.stream();
    }

    List<Integer> answered() {
        return talkers.stream().map(Talker::answered).toList();
    }

    List<CompletableFuture<Integer>> stop() {
        return talkers.stream().map(Talker::stop).toList();
    }

    /**
     * Looks whether all still talk, or came to their end when they were stopped.
     *
     * @throws AssertionError when one died
     */
    void requireNobodyDied() {
        for (Talker talker : talkers) {
            Throwable death = talker.death();
            if (death != null) {
                throw new AssertionError(
                        "somebody who talks died after %d answers: %s".formatted(talker.answered(), death), death);
            }
        }
    }
}
