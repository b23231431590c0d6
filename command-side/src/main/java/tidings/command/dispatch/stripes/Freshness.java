package tidings.command.dispatch.stripes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.dispatch.Outcome;

/**
 * Asks the store whether the state that an answer rests on is the latest, away from the stripe, whose other commands need not
 * wait for it. Of one aggregate one question is on its way at a time: what comes meanwhile is answered by the next one, which
 * begins after it came. Used on one stripe's thread (ADR-0011).
 */
final class Freshness {

    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

    private final Aggregates aggregates;
    private final Executor stripe;
    private final Executor blocking;
    private final BiConsumer<Answer, @Nullable Long> checked;
    private final Map<UUID, List<Answer>> waiting = new HashMap<>();

    /** An answer without an event. */
    record Answer(Decision decision, Outcome outcome) {

        PendingCommand command() {
            return decision.command();
        }

        UUID aggregateId() {
            return command().command().aggregateId();
        }
    }

    /**
     * Without any questions.
     *
     * @param blocking where the store is asked
     * @param checked is told on the stripe of the last sequence number that the store had, null where it did not answer
     */
    Freshness(Aggregates aggregates, Executor stripe, Executor blocking, BiConsumer<Answer, @Nullable Long> checked) {
        this.aggregates = aggregates;
        this.stripe = stripe;
        this.blocking = blocking;
        this.checked = checked;
    }

    void check(Answer answer) {
        List<Answer> behind = waiting.get(answer.aggregateId());
        if (behind != null) {
            behind.add(answer);
        } else {
            waiting.put(answer.aggregateId(), new ArrayList<>());
            ask(answer.aggregateId(), List.of(answer));
        }
    }

    private void ask(UUID id, List<Answer> answers) {
        blocking.execute(() -> {
            Long latest = latest(id);
            stripe.execute(() -> answered(id, answers, latest));
        });
    }

    private @Nullable Long latest(UUID id) {
        try {
            return aggregates.latest(id);
        } catch (RuntimeException | Error e) {
            LOG.warn("the event store cannot be asked for the latest event", e);
            return null;
        }
    }

    private void answered(UUID id, List<Answer> answers, @Nullable Long latest) {
        List<Answer> behind = waiting.remove(id);
        if (behind != null && !behind.isEmpty()) {
            waiting.put(id, new ArrayList<>());
            ask(id, behind);
        }
        answers.forEach(answer -> checked.accept(answer, latest));
    }
}
