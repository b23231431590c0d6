package tidings.query.rehearsal;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.query.kafka.MadeUpRecords;
import tidings.query.projection.Advance;
import tidings.query.projection.Projector;
import tidings.query.views.ViewTables;

/** Projects made-up events into the live tables, scene after scene, and takes each scene back. */
@Component
final class Play {

    private static final int BATCH = 100;
    private static final int BATCHES = 10;

    private final TransactionTemplate transaction;
    private final MadeUpRecords records;
    private final Projector projector;
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom();

    Play(PlatformTransactionManager transactions, MadeUpRecords records, Projector projector, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.records = records;
        this.projector = projector;
        this.clock = clock;
    }

    /**
     * Answers how many events were applied, and taken back.
     *
     * @param end in the time of {@link System#nanoTime()}
     */
    int until(long end) {
        int events = 0;
        while (isBefore(end)) {
            events += scene(new MadeUpTalk(random, clock.instant()), end);
        }
        return events;
    }

    /** The projector's own transactions join this one, which never commits. */
    private int scene(MadeUpTalk talk, long end) {
        Integer events = transaction.execute(status -> {
            status.setRollbackOnly();
            int applied = apply(talk.openings());
            for (int i = 0; i < BATCHES && isBefore(end); i++) {
                applied += apply(talk.posts(BATCH));
            }
            return applied;
        });
        return events == null ? 0 : events;
    }

    private int apply(List<RecordedEvent<ChannelEvent>> events) {
        return projector.apply(
                ViewTables.LIVE,
                Advance.NONE,
                events.stream().map(records::read).toList());
    }

    private static boolean isBefore(long end) {
        return System.nanoTime() - end < 0;
    }
}
