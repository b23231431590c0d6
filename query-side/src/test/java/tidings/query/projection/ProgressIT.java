package tidings.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final Duration LONG = Duration.ofSeconds(20);

    private final QueryWorld world = QueryWorld.shared();
    private final Projector projector = world.node().bean(Projector.class);
    private final ProjectionProgress progress = world.node().bean(ProjectionProgress.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(world.node().bean(PlatformTransactionManager.class));

    @Test
    void wakesWhoeverWaitsOnceTheEventsAreCommitted() throws InterruptedException {
        UUID channel = UUID.randomUUID();
        AtomicInteger looks = new AtomicInteger();
        long begin = System.nanoTime();

        boolean seen = progress.await(channel, LONG, LONG, () -> {
            if (looks.incrementAndGet() == 1) {
                transaction.executeWithoutResult(status -> {
                    assertThat(open(channel)).isEqualTo(1);
                });
            }
            return looks.get() == 2;
        });

        assertThat(seen).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
        assertThat(world.seq(channel)).isZero();
    }

    @Test
    void wakesNobodyForEventsThatAreTakenBack() throws InterruptedException {
        UUID channel = UUID.randomUUID();
        AtomicInteger looks = new AtomicInteger();
        Duration wait = Duration.ofSeconds(2);

        progress.await(channel, wait, LONG, () -> {
            if (looks.incrementAndGet() == 1) {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    assertThat(open(channel)).isEqualTo(1);
                });
            }
            return false;
        });

        assertThat(looks).as("once at first and once when the time was over").hasValue(2);
        assertThat(world.seq(channel)).isEqualTo(-1);
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
