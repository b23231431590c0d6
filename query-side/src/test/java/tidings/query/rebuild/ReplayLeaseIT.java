package tidings.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tidings.query.kafka.LogTail;
import tidings.query.projection.Projector;

/** Replays that lose their lease, are cancelled, or meet what cannot be applied. */
class ReplayLeaseIT {

    private final QueryWorld world = new QueryWorld(1, Map.of("tidings.rebuild.page-size", "5"));
    private final AccountId ada = world.chat().account("lease");
    private final UUID channel = world.chat().channel("lease", Visibility.PUBLIC, ada);
    private FakeFeed feed;
    private QueryNode node;

    @BeforeEach
    void start() throws Exception {
        feed = new FakeFeed(world.log());
        node = world.start(
                Map.of("tidings.rebuild.command-urls", feed.url().toString(), "tidings.rebuild.page-size", "5"));
        for (int i = 0; i < 30; i++) {
            world.chat().post(channel, ada, "message " + i);
        }
        world.settle();
    }

    @AfterEach
    void close() {
        feed.close();
        node.close();
        world.close();
    }

    @Test
    void leavesTheTablesOfItsSuccessorAlone() {
        ReplayStore store = node.bean(ReplayStore.class);
        UUID late = UUID.randomUUID();
        UUID successor = UUID.randomUUID();
        assertThat(store.begin(late)).isTrue();
        assertThat(store.begin(successor)).isFalse();
        node.jdbc().update("UPDATE replay_lease SET expires_at = 0");
        assertThat(store.begin(successor)).isTrue();
        node.bean(ShadowTablesStore.class).create(ReplayTables.of(successor).next());

        new Replay(late, parts()).run();

        assertThat(store.find(late).orElseThrow().message()).contains("another replay has taken over");
        assertThat(tables(ReplayTables.of(successor).next().suffix())).isPositive();
        assertThat(tables(ReplayTables.of(late).next().suffix())).isZero();
        assertThat(store.renew(late)).isFalse();
        assertThat(store.renew(successor)).isTrue();
    }

    @Test
    void sweepsWhatNobodyIsAtWorkOn() {
        ShadowTablesStore shadows = node.bean(ShadowTablesStore.class);
        UUID gone = UUID.randomUUID();
        UUID living = UUID.randomUUID();
        shadows.create(ReplayTables.of(gone).next());
        shadows.create(ReplayTables.of(living).next());

        shadows.sweep(List.of(living));

        assertThat(tables(ReplayTables.of(gone).next().suffix())).isZero();
        assertThat(tables(ReplayTables.of(living).next().suffix())).isPositive();
    }

    @Test
    void endsWhenCancelledAndLetsAnotherOneBegin() {
        feed.hold();
        UUID replay = node.bean(Replays.class).begin().orElseThrow();
        ReplayStore store = node.bean(ReplayStore.class);
        assertThat(store.latest().orElseThrow().id()).isEqualTo(replay);
        assertThat(node.bean(Replays.class).begin()).isEmpty();

        assertThat(store.cancel(replay)).isTrue();
        feed.release();
        await().until(() -> store.find(replay).orElseThrow().state() == ReplayStatus.State.CANCELLED);
        await().until(() -> tables(ReplayTables.of(replay).next().suffix()) == 0);
        assertThat(done(node.bean(Replays.class).begin().orElseThrow()).events())
                .isPositive();
    }

    @Test
    void parksABrokenEventAndRebuildsTheRest() {
        UUID healthy = world.chat().channel("healthy", Visibility.PUBLIC, ada);
        world.chat().post(healthy, ada, "is rebuilt");
        world.settle();
        feed.breakEvent(10);

        ReplayStatus status = done(node.bean(Replays.class).begin().orElseThrow());

        assertThat(status.parked()).isPositive();
        assertThat(world.seq(healthy)).isEqualTo(2);
        assertThat(world.seq(channel)).isLessThan(31);
    }

    private ReplayStatus done(UUID replay) {
        ReplayStore store = node.bean(ReplayStore.class);
        ReplayStatus status =
                await().until(() -> store.find(replay).orElseThrow(), now -> now.state() != ReplayStatus.State.RUNNING);
        assertThat(status.state()).as("%s", status).isEqualTo(ReplayStatus.State.DONE);
        return status;
    }

    private int tables(String suffix) {
        return Objects.requireNonNull(node.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND RIGHT(table_name, CHAR_LENGTH(?)) = ?",
                        Integer.class,
                        suffix,
                        suffix));
    }

    private ReplayParts parts() {
        return new ReplayParts(
                node.bean(EventFeed.class),
                node.bean(LogTail.class),
                node.bean(Projector.class),
                node.bean(ShadowTablesStore.class),
                node.bean(DigestQueries.class),
                node.bean(ReplayStore.class),
                Executors.newVirtualThreadPerTaskExecutor(),
                Clock.systemUTC(),
                10);
    }
}
