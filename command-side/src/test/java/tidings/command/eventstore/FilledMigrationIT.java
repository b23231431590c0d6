package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tidings.command.channel.ChannelCommand;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.DeleteMessage;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ChannelCommand.RemoveReaction;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

/** A database that filled up under the version before is brought to what this version would have written into it. */
class FilledMigrationIT {

    private static final String BEFORE = "102";
    private static final List<String> FACTS = List.of(
            "SELECT channel_id, name, visibility FROM channel",
            "SELECT message_id, emoji, account_id, seq, added_at FROM reaction",
            "SELECT channel_id, account_id, role, joined_seq FROM membership",
            "SELECT message_id, seq FROM message_edit");

    private final Database written = SharedServers.get().freshDatabase("written");
    private final Database migrated = SharedServers.get().freshDatabase("migrated");

    @Test
    void makesTheFactsOfOlderEvents() {
        AccountId ada;
        MessageId liked;
        ChannelId channel;
        try (EngineNode node = EngineNode.on(written)) {
            ada = node.ids.nextAccountId();
            channel = node.open(ada, "öffentlich-x");
            liked = talkIn(node, channel, ada);
        }
        migrateFrom(BEFORE);
        FACTS.forEach(facts ->
                assertThat(rows(migrated, facts)).as(facts).isNotEmpty().isEqualTo(rows(written, facts)));
        try (EngineNode node = EngineNode.on(migrated)) {
            assertThat(changes(node, ada, new AddReaction(channel, liked, "👍")))
                    .isZero();
            assertThat(changes(node, ada, new RemoveReaction(channel, liked, "👍")))
                    .isOne();
        }
    }

    /** Everything that there was under the version before. */
    private static MessageId talkIn(EngineNode node, ChannelId channel, AccountId ada) {
        AccountId bob = node.ids.nextAccountId();
        decide(node, bob, new ChannelCommand.JoinChannel(channel));
        decide(node, bob, new ChannelCommand.LeaveChannel(channel));
        decide(node, bob, new ChannelCommand.JoinChannel(channel));
        decide(node, ada, new OpenChannel(node.ids.nextChannelId(), "内緒", "topic", Visibility.PRIVATE, List.of()));
        decide(node, ada, new OpenChannel(node.ids.nextChannelId(), null, null, Visibility.DIRECT, List.of(bob)));
        MessageId liked = post(node, ada, channel, "liked");
        MessageId changed = post(node, bob, channel, "changed");
        MessageId gone = post(node, bob, channel, "gone");
        for (String emoji : List.of("👍", "👎", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "☝🏿")) {
            decide(node, ada, new AddReaction(channel, liked, emoji));
            decide(node, bob, new AddReaction(channel, liked, emoji));
        }
        decide(node, bob, new RemoveReaction(channel, liked, "👍"));
        decide(node, ada, new RemoveReaction(channel, liked, "👎"));
        decide(node, ada, new AddReaction(channel, liked, "👎"));
        decide(node, ada, new AddReaction(channel, gone, "👍"));
        decide(node, bob, new EditMessage(channel, changed, "once"));
        decide(node, bob, new EditMessage(channel, changed, "twice"));
        decide(node, bob, new EditMessage(channel, gone, "in vain"));
        decide(node, bob, new DeleteMessage(channel, gone));
        return liked;
    }

    /** What this version writes is copied as far as the version before had room for it. */
    private void migrateFrom(String version) {
        flyway(version).migrate();
        JdbcTemplate source = jdbc(written);
        JdbcTemplate target = jdbc(migrated);
        for (String table : names(
                target,
                "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                        + " AND TABLE_NAME <> 'flyway_schema_history'")) {
            String columns = String.join(
                    ", ",
                    names(
                            target,
                            "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                    + " AND TABLE_NAME = '" + table + "'"));
            source.query("SELECT " + columns + " FROM " + table, row -> {
                Object[] values = new Object[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                target.update(
                        "INSERT INTO " + table + " (" + columns + ") VALUES (?" + ", ?".repeat(values.length - 1) + ")",
                        values);
            });
        }
        flyway("latest").migrate();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(migrated.jdbcUrl(), migrated.user(), migrated.password())
                .locations("classpath:db/command")
                .outOfOrder(true)
                .target(target)
                .load();
    }

    private static List<String> names(JdbcTemplate jdbc, String query) {
        return jdbc.query(query, (row, n) -> row.getString(1));
    }

    private static List<String> rows(Database database, String query) {
        List<String> rows = jdbc(database).query(query, (row, n) -> {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                text.append(
                                row.getObject(i) instanceof byte[] bytes
                                        ? HexFormat.of().formatHex(bytes)
                                        : row.getString(i))
                        .append(' ');
            }
            return text.toString();
        });
        return rows.stream().sorted().toList();
    }

    private static JdbcTemplate jdbc(Database database) {
        return new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
    }

    private static MessageId post(EngineNode node, AccountId author, ChannelId channel, String key) {
        PostMessage command = new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId(key), key, null);
        return Objects.requireNonNull(decide(node, author, command).messageId());
    }

    private static int changes(EngineNode node, AccountId actor, ChannelCommand command) {
        return decide(node, actor, command).changes();
    }

    private static Accepted decide(EngineNode node, AccountId actor, ChannelCommand command) {
        Outcome outcome = node.decide(actor, command);
        assertThat(outcome).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }
}
