package tidings.command.dispatch.stripes;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.command.eventstore.EngineNode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class FreshnessIT {

    private static final int REFUSED = 50;

    private final Database database = SharedServers.get().freshDatabase("freshness");

    @Test
    void refusedCommandsOfOneChannelStopNoOther() throws SQLException {
        try (EngineNode node = EngineNode.on(database, new DispatchProperties(1, 200, 2_000, 10_000, 1_000))) {
            AccountId owner = node.ids.nextAccountId();
            AccountId stranger = node.ids.nextAccountId();
            ChannelId quiet = open(node, owner);
            ChannelId busy = open(node, owner);
            List<CompletableFuture<Outcome>> refused = new ArrayList<>();
            List<Connection> all = allConnections(node);
            try {
                for (int i = 0; i < REFUSED; i++) {
                    refused.add(node.dispatch(stranger, post(node, quiet)));
                }
                assertThat(node.decide(owner, post(node, busy))).isInstanceOf(Accepted.class);
                assertThat(refused).noneMatch(CompletableFuture::isDone);
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
            assertThat(refused)
                    .allSatisfy(answer ->
                            assertThat(((Rejected) answer.join()).code()).isEqualTo(RejectionCode.FORBIDDEN));
            assertThat(node.dispatcher.inFlight()).isZero();
        }
    }

    @Test
    void refusesNobodyByAStateThatAnotherNodeHasChanged() {
        try (EngineNode one = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            AccountId owner = one.ids.nextAccountId();
            ChannelId channel = open(one, owner);
            for (int i = 0; i < REFUSED; i++) {
                AccountId newcomer = one.ids.nextAccountId();
                assertThat(one.decide(newcomer, post(one, channel))).isInstanceOf(Rejected.class);
                assertThat(other.decide(newcomer, new JoinChannel(channel))).isInstanceOf(Accepted.class);
                assertThat(one.decide(newcomer, post(one, channel))).isInstanceOf(Accepted.class);
            }
        }
    }

    /** Nothing can be asked of the store while they are taken; what is appended has connections of its own. */
    private static List<Connection> allConnections(EngineNode node) throws SQLException {
        HikariDataSource pool = (HikariDataSource) Objects.requireNonNull(node.jdbc.getDataSource());
        pool.setConnectionTimeout(EngineNode.TIMEOUT.toMillis() * 6);
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            all.add(pool.getConnection());
        }
        return all;
    }

    private static ChannelId open(EngineNode node, AccountId owner) {
        ChannelId channel = node.ids.nextChannelId();
        OpenChannel opening = new OpenChannel(channel, "c" + channel, null, Visibility.PUBLIC, List.of());
        assertThat(node.decide(owner, opening)).isInstanceOf(Accepted.class);
        return channel;
    }

    private static PostMessage post(EngineNode node, ChannelId channel) {
        ClientMessageId key = new ClientMessageId(UUID.randomUUID().toString());
        return new PostMessage(channel, node.ids.nextMessageId(), key, "hello", null);
    }
}
