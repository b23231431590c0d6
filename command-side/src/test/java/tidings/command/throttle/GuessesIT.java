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

class GuessesIT {

    private static Throttles throttles = throttles(JdbcClient.create(new DriverManagerDataSource()));

    private final String somebody = UUID.randomUUID().toString();
    private final Guesses guesses = throttles.guesses("test", 10, 100, Duration.ofHours(1));

    @BeforeAll
    static void connect() {
        Database database = SharedServers.get().freshDatabase("guesses");
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/command")
                .outOfOrder(true)
                .load()
                .migrate();
        throttles = throttles(JdbcClient.create(source));
    }

    private static Throttles throttles(JdbcClient jdbc) {
        return new Throttles(new ThrottleStore(jdbc), new KnownAddressStore(jdbc));
    }

    @Test
    void elsewhereDoNotLockTheOwnerOut() {
        guesses.right(somebody, "home");
        IntStream.range(0, 300).forEach(i -> guesses.take(somebody, "attacker" + i % 50));
        assertThat(guesses.take(somebody, "attacker1")).isPositive();
        assertThat(guesses.take(somebody, "never seen")).as("of all together").isPositive();
        assertThat(guesses.take(somebody, "home")).isZero();
    }

    @Test
    void fromOneAddressAreTen() {
        assertThat(IntStream.range(0, 30)
                        .filter(i -> guesses.take(somebody, "one").isZero()))
                .hasSize(10);
        assertThat(guesses.take(somebody, "another")).isZero();
    }

    @Test
    void fromAKnownAddressAreBoundedToo() {
        guesses.right(somebody, "home");
        assertThat(IntStream.range(0, 30)
                        .filter(i -> guesses.take(somebody, "home").isZero()))
                .hasSize(10);
    }

    @Test
    void thatAreRightCountNoMore() {
        IntStream.range(0, 30).forEach(i -> guesses.take(somebody, "home"));
        guesses.right(somebody, "home");
        assertThat(guesses.take(somebody, "home")).isZero();
    }
}
