package tidings.command.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

/** Two nodes, which have nothing in common but the database. */
class ThrottleIT {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource());
    private static Throttle here = throttle();
    private static Throttle there = throttle();

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void connectTwoNodes() {
        Database database = SharedServers.get().freshDatabase("throttle");
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/command")
                .outOfOrder(true)
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        here = throttle();
        there = throttle();
    }

    private static Throttle throttle() {
        return new Throttles(new ThrottleStore(jdbc), new KnownAddressStore(jdbc)).named("test", 3, INTERVAL);
    }

    @Test
    void countsWhatBothNodesLetThrough() {
        assertThat(here.take(key)).isZero();
        assertThat(there.take(key)).isZero();
        assertThat(here.take(key)).isZero();
        assertThat(there.take(key)).isBetween(INTERVAL.minusMinutes(1), INTERVAL);
        assertThat(here.take(key)).isPositive();
        assertThat(here.take(key + "x")).as("somebody else").isZero();
    }

    @Test
    void letsOneMoreThroughPerInterval() {
        IntStream.range(0, 3).forEach(i -> here.take(key));
        pass(INTERVAL);
        assertThat(there.take(key)).isZero();
        assertThat(here.take(key)).isPositive();
        pass(INTERVAL.multipliedBy(9));
        assertThat(IntStream.range(0, 4).filter(i -> there.take(key).isZero())).hasSize(3);
    }

    @Test
    void letsExactlyTheBurstThroughAtOnce() {
        assertThat(IntStream.range(0, 40)
                        .parallel()
                        .filter(i -> (i % 2 == 0 ? here : there).take(key).isZero()))
                .hasSize(3);
    }

    @Test
    void forgetsOnDemandEverywhere() {
        IntStream.range(0, 4).forEach(i -> here.take(key));
        there.forget(key);
        assertThat(here.take(key)).isZero();
    }

    @Test
    void keepsNothingOfWhomNobodyHasToWaitFor() {
        here.take(key);
        pass(INTERVAL.multipliedBy(2));
        there.take(key + "x");
        assertThat(jdbc.sql("SELECT throttled FROM throttle")
                        .query(String.class)
                        .list())
                .contains(key + "x")
                .doesNotContain(key);
    }

    /** As time passes for all nodes. */
    private static void pass(Duration time) {
        jdbc.sql("UPDATE throttle SET paid_until = paid_until - INTERVAL ? SECOND")
                .param(time.toSeconds())
                .update();
    }
}
