package tidings.command.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tidings.events.channel.ChannelId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

/** Names that look alike: those that there are stay, no further one is given, and reactions get one spelling. */
class LookAlikesIT {

    private static final String BEFORE = "120";
    private static final String CYRILLIC = "g\u0435neral";
    private static final ChannelId FIRST = channel(1);
    private static final ChannelId SECOND = channel(2);
    private static final ChannelId THIRD = channel(3);
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Database database = SharedServers.get().freshDatabase("lookalikes");
    private final JdbcTemplate jdbc =
            new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));

    @Test
    void givesANameAndAllThatLookLikeItToOneChannel() throws Exception {
        migrate("latest");
        ChannelNameStore names = at(NOW);
        assertThat(names.reserveName("general", FIRST)).isEqualTo(FIRST);
        assertThat(names.reserveName(CYRILLIC, SECOND)).isEqualTo(FIRST);
        assertThat(names.reserveName("genera1", SECOND)).isEqualTo(FIRST);
        assertThat(names.reserveName("génerál", SECOND)).isEqualTo(SECOND);
        assertThat(names.reserveName("general", FIRST)).as("again").isEqualTo(FIRST);
        assertThat(names.reserveName(CYRILLIC, FIRST)).as("its own double").isEqualTo(FIRST);
        assertThat(names.reserveName("general", SECOND)).isEqualTo(FIRST);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ChannelId>> racing = IntStream.range(10, 22)
                    .mapToObj(i ->
                            threads.submit(() -> names.reserveName(i % 2 == 0 ? "race" : "r\u0430ce", channel(i))))
                    .toList();
            ChannelId winner = racing.getFirst().get();
            for (Future<ChannelId> one : racing) {
                assertThat(one.get()).isEqualTo(winner);
            }
        }
    }

    @Test
    void givesANameAgainThatNobodyBears() {
        migrate("latest");
        assertThat(at(NOW).reserveName("general", FIRST)).isEqualTo(FIRST);
        assertThat(at(NOW.plus(Duration.ofSeconds(59))).reserveName(CYRILLIC, SECOND))
                .isEqualTo(FIRST);
        assertThat(at(NOW.plus(Duration.ofSeconds(61))).reserveName(CYRILLIC, SECOND))
                .isEqualTo(SECOND);
        bears(SECOND, CYRILLIC);
        assertThat(at(NOW.plus(Duration.ofDays(1))).reserveName("general", FIRST))
                .isEqualTo(SECOND);
    }

    @Test
    void keepsLookAlikesFromBefore() {
        migrate(BEFORE);
        for (String name : List.of("general", CYRILLIC, "other")) {
            ChannelId bearer = name.equals("general") ? FIRST : name.equals(CYRILLIC) ? SECOND : THIRD;
            jdbc.update(
                    "INSERT INTO channel_name (name, channel_id, reserved_at) VALUES (?, ?, ?)",
                    name,
                    bearer.toString(),
                    bearer.equals(FIRST) ? 1 : 2);
            bears(bearer, name);
        }
        for (String name : List.of("rnia", "mia", "ada")) {
            jdbc.update(
                    "INSERT INTO account_name (name_key, username, account_id, registered, attempt, lease_until)"
                            + " VALUES (?, ?, ?, TRUE, '', UTC_TIMESTAMP(3))",
                    name,
                    name,
                    UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
        }
        migrate("latest");
        assertThat(jdbc.queryForList("SELECT name FROM channel_name WHERE skeleton IS NULL", String.class))
                .containsExactly(CYRILLIC);
        assertThat(jdbc.queryForList("SELECT name_key FROM account_name WHERE skeleton IS NULL", String.class))
                .hasSize(1)
                .isSubsetOf("mia", "rnia");
        ChannelNameStore names = at(NOW);
        assertThat(names.reserveName(CYRILLIC, SECOND)).as("keeps its own").isEqualTo(SECOND);
        assertThat(names.reserveName("general", FIRST)).isEqualTo(FIRST);
        assertThat(names.reserveName("gener\u0430l", THIRD)).isEqualTo(FIRST);
    }

    @Test
    void bringsReactionsIntoOneSpelling() {
        migrate(BEFORE);
        react("\u2764", 1);
        react("\u2764\ufe0f", 1);
        react("\u2764", 2);
        react("lol", 2);
        migrate("latest");
        assertThat(jdbc.queryForList("SELECT CONCAT(HEX(emoji), ' ', HEX(account_id)) FROM reaction", String.class))
                .containsExactlyInAnyOrder(
                        "E29DA4EFB88F " + account(1), "E29DA4EFB88F " + account(2), "6C6F6C " + account(2));
    }

    private void react(String emoji, int account) {
        jdbc.update(
                "INSERT INTO reaction (message_id, emoji, account_id, seq, added_at) VALUES (UNHEX(?), ?, UNHEX(?), 1, 1)",
                account(99),
                emoji.getBytes(UTF_8),
                account(account));
    }

    private static String account(int number) {
        return "%032X".formatted(number);
    }

    private void bears(ChannelId channel, String name) {
        jdbc.update(
                "INSERT INTO channel (channel_id, visibility, name) VALUES (?, 'PUBLIC', ?)", channel.toString(), name);
    }

    private ChannelNameStore at(Instant time) {
        return new ChannelNameStore(jdbc, Clock.fixed(time, ZoneOffset.UTC));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/command")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private static ChannelId channel(int number) {
        return ChannelId.parse("01981f6e-0000-7000-8000-%012d".formatted(number));
    }
}
