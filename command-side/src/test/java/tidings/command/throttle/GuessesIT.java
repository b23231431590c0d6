package tidings.command.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class GuessesIT {

    private static final Origin HOME = Origin.at("192.0.2.77");

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
        guesses.right(somebody, HOME);
        IntStream.range(0, 300).forEach(i -> guesses.take(somebody, Origin.at("203.0.113." + i % 50)));
        assertThat(guesses.take(somebody, Origin.at("203.0.113.1"))).isPositive();
        assertThat(guesses.take(somebody, Origin.at("198.51.100.9")))
                .as("of all together")
                .isPositive();
        assertThat(guesses.take(somebody, HOME)).isZero();
    }

    @Test
    void fromOneAddressAreTen() {
        assertThat(IntStream.range(0, 30)
                        .filter(i ->
                                guesses.take(somebody, Origin.at("192.0.2.1")).isZero()))
                .hasSize(10);
        assertThat(guesses.take(somebody, Origin.at("192.0.2.2"))).isZero();
    }

    @Test
    void fromAKnownAddressAreBoundedToo() {
        guesses.right(somebody, HOME);
        assertThat(IntStream.range(0, 30)
                        .filter(i -> guesses.take(somebody, HOME).isZero()))
                .hasSize(10);
    }

    @Test
    void thatAreRightCountNoMore() {
        IntStream.range(0, 30).forEach(i -> guesses.take(somebody, HOME));
        guesses.right(somebody, HOME);
        assertThat(guesses.take(somebody, HOME)).isZero();
    }

    @Test
    void fromTheOwnersOwnAddressDoNotLockTheOwnersDeviceOut() {
        DeviceToken device = DeviceToken.random();
        Origin own = new Origin(HOME.address(), device);
        guesses.remember(somebody, device);
        IntStream.range(0, 300).forEach(i -> guesses.take(somebody, HOME));
        assertThat(guesses.take(somebody, HOME)).isPositive();
        assertThat(guesses.take(somebody, own)).isZero();
        guesses.right(somebody, own);
        assertThat(guesses.take(somebody, HOME))
                .as("what others guessed is not forgotten")
                .isPositive();
    }

    @Test
    void fromAKnownDeviceAreBoundedToo() {
        DeviceToken device = DeviceToken.random();
        Origin own = new Origin(HOME.address(), device);
        guesses.remember(somebody, device);
        assertThat(IntStream.range(0, 30)
                        .filter(i -> guesses.take(somebody, own).isZero()))
                .hasSize(10);
        assertThat(guesses.take(somebody, HOME))
                .as("nor does a device stop its address")
                .isZero();
    }

    @Test
    void fromADeviceThatAnotherAccountKnowsCountAsItsAddress() {
        DeviceToken device = DeviceToken.random();
        Origin others = new Origin(HOME.address(), device);
        guesses.remember(UUID.randomUUID().toString(), device);
        IntStream.range(0, 10).forEach(i -> guesses.take(somebody, HOME));
        assertThat(guesses.take(somebody, others)).isPositive();
        assertThat(guesses.take(somebody, new Origin(HOME.address(), new DeviceToken("made up"))))
                .isPositive();
    }

    @Test
    void knowsTwentyDevices() {
        List<DeviceToken> devices =
                Stream.generate(DeviceToken::random).limit(30).toList();
        devices.forEach(device -> guesses.remember(somebody, device));
        assertThat(devices.stream().filter(device -> guesses.knows(somebody, device)))
                .hasSize(20);
    }
}
