package tidings.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.eventstore.EngineNode;
import tidings.events.account.AccountId;
import tidings.launcher.fixture.SharedServers;

class EndedSessionsIT {

    private final EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("ended_sessions"));
    private final JdbcClient jdbc = JdbcClient.create(node.jdbc);
    private final SessionStore store = new SessionStore(
            jdbc,
            new TransactionTemplate(
                    new DataSourceTransactionManager(Objects.requireNonNull(node.jdbc.getDataSource()))),
            Duration.ofDays(30));

    @AfterEach
    void close() {
        node.close();
    }

    private void end(String sessionId) {
        store.end(new SessionStore.Session(sessionId, new AccountId(UUID.randomUUID())));
    }

    @Test
    void namesWhatEndedAndOverlapsALittle() {
        assertThat(store.endedSince(0)).isEqualTo(new EndedSessions.Page(List.of(), 0));
        end("first");
        store.markRecorded("first");
        EndedSessions.Page page = store.endedSince(0);
        assertThat(page.sessionIds()).containsExactly("first");
        end("second");
        assertThat(store.endedSince(page.nextSinceMs()).sessionIds()).containsExactly("first", "second");
    }

    @Test
    void forgetsWhatNoTokenCanBeGoodForAnyMore() {
        end("old");
        jdbc.sql("UPDATE session SET ended_at = ended_at - INTERVAL 3 HOUR").update();
        end("new");
        long since = store.endedSince(0).nextSinceMs();
        assertThat(store.endedSince(0).sessionIds()).containsExactly("new");
        assertThat(store.endedSince(since + Duration.ofMinutes(1).toMillis()).sessionIds())
                .isEmpty();
    }
}
