package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.fixture.SharedServers;

class ThrottledTokenStoreIT {

    private static final String RELAY = "relay";

    private final EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("positions"));

    /** Its interval is so long that after the first position none is due by itself. */
    private final ThrottledTokenStore positions = store(Duration.ofHours(1));

    @BeforeEach
    void startsAtTheTail() {
        node.transactions.executeInTransaction(() -> positions.initializeTokenSegments(RELAY, 1));
        batch(at(1), null);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void writesTheFirstPositionAtOnceAndTheNextOnesWhenItsFollowerIdles() {
        batch(at(2), null);
        batch(at(3), null);
        assertThat(written()).isEqualTo(at(1));

        idle();
        assertThat(written()).isEqualTo(at(3));
    }

    @Test
    void neverWritesThePositionOfABatchThatFailed() {
        batch(at(2), null);
        assertThatThrownBy(() -> batch(at(3), new IllegalStateException("Kafka takes nothing")))
                .hasMessage("Kafka takes nothing");

        idle();
        assertThat(written()).isEqualTo(at(2));
    }

    @Test
    void startsAgainFromWhatIsWritten() {
        batch(at(2), null);

        assertThat(node.transactions.fetchInTransaction(() -> positions.fetchToken(RELAY, 0)))
                .isEqualTo(at(1));
        idle();
        assertThat(written()).isEqualTo(at(1));
    }

    @Test
    void writesEachPositionThatIsDue() {
        ThrottledTokenStore eager = store(Duration.ZERO);
        UnitOfWork<?> batch = begin();
        eager.storeToken(at(7), RELAY, 0);
        batch.commit();
        assertThat(written()).isEqualTo(at(7));
    }

    private void batch(TrackingToken position, @Nullable RuntimeException failure) {
        UnitOfWork<?> batch = begin();
        batch.onPrepareCommit(work -> {
            positions.storeToken(position, RELAY, 0);
            if (failure != null) {
                throw failure;
            }
        });
        batch.commit();
    }

    private UnitOfWork<?> begin() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        batch.attachTransaction(node.transactions);
        return batch;
    }

    private void idle() {
        node.transactions.executeInTransaction(() -> positions.extendClaim(RELAY, 0));
    }

    /** As another reader of the table sees it. */
    private TrackingToken written() {
        return node.transactions.fetchInTransaction(() -> store(Duration.ZERO).fetchToken(RELAY, 0));
    }

    private static TrackingToken at(long index) {
        return GapAwareTrackingToken.newInstance(index, List.of());
    }

    private ThrottledTokenStore store(Duration interval) {
        return new ThrottledTokenStore(
                JdbcTokenStore.builder()
                        .connectionProvider(node.connections)
                        .serializer(new TokenJson())
                        .schema(TokenSchema.builder()
                                .setTokenTable("token_entry")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build())
                        .nodeId("here"),
                interval);
    }
}
