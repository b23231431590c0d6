package tidings.command.eventstore;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tidings.events.upcasting.UpcasterChain;

/** Axon's JDBC engine on our tables. Appending hands the events to the {@link GroupCommitter} and returns at once. */
public final class GroupCommitEngine extends JdbcEventStorageEngine {

    private static final int READ_BATCH = 500;
    static final int MAX_GAP_OFFSET = 1_000_000;

    private final GroupCommitter committer;
    private final EventKeyFactory keys;

    private GroupCommitEngine(Builder builder, GroupCommitter committer, EventKeyFactory keys) {
        super(builder);
        this.committer = committer;
        this.keys = keys;
    }

    /**
     * What features say of what they store.
     *
     * @param keys of their events
     * @param snapshots of their aggregates
     */
    public record Contents(EventKeyFactory keys, List<SnapshotType<?, ?>> snapshots) {}

    public static GroupCommitEngine create(
            ConnectionProvider connections,
            TransactionManager transactions,
            GroupCommitter committer,
            Contents contents,
            StoreProperties properties) {
        EventJson events = new EventJson();
        SnapshotJson snapshots = new SnapshotJson(contents.snapshots());
        Builder builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(tables())
                .maxGapOffset(MAX_GAP_OFFSET)
                .gapTimeout(Math.toIntExact(properties.gapTimeout().toMillis()))
                .eventSerializer(events)
                .snapshotSerializer(snapshots)
                .upcasterChain(new EventUpcasting(UpcasterChain.CURRENT, events))
                .snapshotFilter(snapshots::isCurrent)
                .batchSize(READ_BATCH);
        return new GroupCommitEngine(builder, committer, contents.keys());
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<AppendedEvent> appended = events.stream()
                .map(event -> AppendedEvent.of((DomainEventMessage<?>) event, serializer, keys))
                .toList();
        Appender appender = Appender.current();
        committer.submit(new Append(appended, appender, appender.appending()));
    }

    /** The events behind a position, at most so many, with the positions behind them; indices still open among them. */
    List<? extends TrackedEventMessage<?>> readLog(@Nullable TrackingToken position, int limit) {
        try (Stream<? extends TrackedEventMessage<?>> events = readEvents(position, false)) {
            return events.limit(limit).toList();
        }
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp) throws SQLException {
        statement.setLong(position, timestamp.toEpochMilli());
    }

    private static EventSchema tables() {
        return EventSchema.builder()
                .eventTable("domain_event_entry")
                .snapshotTable("snapshot_event_entry")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .timestampColumn("time_stamp")
                .build();
    }
}
