package tidings.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.events.EventType;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Visibility;
import tidings.events.log.LogEvent;
import tidings.events.log.Origin;
import tidings.query.fixture.QueryWorld;
import tidings.query.views.ViewTables;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressIT {

    private static final Duration HOURS = Duration.ofHours(1);

    private final QueryWorld world = QueryWorld.shared();
    private final Projector projector = world.node().bean(Projector.class);
    private final ProjectionProgress progress = world.node().bean(ProjectionProgress.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(world.node().bean(PlatformTransactionManager.class));

    @Test
    void wakesWhoeverWaitsOnceTheEventsAreCommitted() {
        UUID channel = UUID.randomUUID();
        Waiter waiter = new Waiter(channel, 2);
        waiter.awaitWaiting(1);

        transaction.executeWithoutResult(status -> assertThat(open(channel)).isEqualTo(1));

        waiter.awaitEnd();
        assertThat(world.seq(channel)).isZero();
    }

    @Test
    void wakesNobodyForEventsThatAreTakenBack() {
        UUID channel = UUID.randomUUID();
        Waiter waiter = new Waiter(channel, 2);
        waiter.awaitWaiting(1);

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(open(channel)).isEqualTo(1);
        });
        assertThat(world.seq(channel)).isEqualTo(-1);
        transaction.executeWithoutResult(status -> assertThat(open(channel)).isEqualTo(1));

        waiter.awaitEnd();
        assertThat(waiter.looks)
                .as("once at first and once for what was committed")
                .hasValue(2);
    }

    /** Waits for a stream, for hours unless it is woken, until it has looked so often. */
    private final class Waiter {

        private final AtomicInteger looks = new AtomicInteger();
        private final Thread thread;

        Waiter(UUID channel, int enough) {
            thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    progress.await(channel, HOURS, HOURS, () -> looks.incrementAndGet() == enough);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        void awaitWaiting(int afterLooks) {
            await().until(() -> looks.get() == afterLooks && thread.getState() == Thread.State.TIMED_WAITING);
        }

        void awaitEnd() {
            await().until(() -> !thread.isAlive());
        }
    }

    private int open(UUID channel) {
        Instant now = Clock.systemUTC().instant();
        ChannelEvent opened = new ChannelEvent.ChannelOpened(null, null, Visibility.DIRECT);
        return projector.apply(
                ViewTables.LIVE,
                PositionUpdate.NONE,
                List.of(new LogEvent(
                        new Origin("by hand", 0, 0),
                        new RecordedEvent<>(channel, 0, now, new AccountId(UUID.randomUUID()), opened),
                        new EventType("ChannelOpened", 1),
                        "{\"name\":null,\"topic\":null,\"visibility\":\"DIRECT\"}")));
    }
}
