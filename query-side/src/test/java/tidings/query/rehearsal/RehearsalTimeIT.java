package tidings.query.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tidings.query.kafka.MadeUpRecords;
import tidings.query.projection.Projector;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalTimeIT {

    private final QueryWorld world = QueryWorld.shared();

    @Test
    void aHangingDatabaseDoesNotHoldTheNodeUp(CapturedOutput output) {
        HangingDatabase database = new HangingDatabase();
        Duration lasts = Duration.ofMillis(200);
        long begin = System.nanoTime();

        rehearsal(database, lasts).start();

        // how much later is the machine's affair; a hang is none
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(lasts.plus(Rehearsal.GRACE), Duration.ofSeconds(30));
        assertThat(Rehearsal.GRACE).isLessThan(Duration.ofSeconds(5));
        assertThat(database.asked).hasValue(1);
        assertThat(output).contains("starts without a full rehearsal: java.util.concurrent.TimeoutException");
    }

    @Test
    void unlessItIsAskedForThereIsNone(CapturedOutput output) {
        HangingDatabase database = new HangingDatabase();

        rehearsal(database, Duration.ZERO).start();

        assertThat(database.asked).hasValue(0);
        assertThat(output).doesNotContain("rehears");
        assertThat(world.node().bean(RehearsalProperties.class).lasts()).isZero();
    }

    private Rehearsal rehearsal(PlatformTransactionManager transactions, Duration lasts) {
        QueryNode node = world.node();
        return new Rehearsal(
                new RehearsalProperties(lasts),
                new Play(transactions, node.bean(MadeUpRecords.class), node.bean(Projector.class), Clock.systemUTC()));
    }

    /** Keeps whoever asks for a transaction until he is interrupted. */
    private static final class HangingDatabase implements PlatformTransactionManager {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            asked.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no transaction");
        }

        @Override
        public void commit(TransactionStatus status) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rollback(TransactionStatus status) {
            throw new UnsupportedOperationException();
        }
    }
}
