package tidings.query.history;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.log.LogEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Projection;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;
import tidings.query.views.ViewTables;

/** Keeps every event, without the text of messages that were deleted since, and, beside it, how many members and messages the channel had then. */
@Component
@Order(HistoryProjection.BEFORE_CHANNELS)
final class HistoryProjection implements Projection {

    /** It starts from the counts of {@code channel_view} as they were before this batch. */
    static final int BEFORE_CHANNELS = 0;

    private static final String RECORD = "INSERT INTO {channel_event}"
            + " (channel_id, seq, recorded_at, actor_id, type, data, member_count, message_count)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final ViewStore store;
    private final DeletedTexts deletedTexts;

    HistoryProjection(JdbcTemplate jdbc, ViewStore store) {
        this.jdbc = jdbc;
        this.store = store;
        this.deletedTexts = new DeletedTexts(jdbc, store);
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        List<LogEvent> events = batch.events().stream()
                .filter(event -> event.recorded().event() instanceof ChannelEvent)
                .toList();
        if (events.isEmpty()) {
            return;
        }
        Map<UUID, Counts> counts = countsBefore(tables, events);
        Rows rows = new Rows();
        for (LogEvent event : events) {
            UUID channel = event.recorded().streamId();
            Counts after = counts.getOrDefault(channel, Counts.NONE)
                    .after((ChannelEvent) event.recorded().event());
            counts.put(channel, after);
            rows.add(
                    BinaryId.of(channel),
                    event.recorded().seq(),
                    event.recorded().at().toEpochMilli(),
                    BinaryId.ofNullable(idOf(event.recorded().actorId())),
                    event.type().name(),
                    event.json(),
                    after.members(),
                    after.messages());
        }
        store.send(rows, tables.sql(RECORD));
        deletedTexts.mask(batch.of(ChannelEvent.class), tables);
    }

    private Map<UUID, Counts> countsBefore(ViewTables tables, List<LogEvent> events) {
        Set<UUID> channels = new LinkedHashSet<>();
        events.forEach(event -> channels.add(event.recorded().streamId()));
        Map<UUID, Counts> counts = new HashMap<>();
        jdbc.query(
                tables.sql("SELECT channel_id, member_count, message_count FROM {channel_view} WHERE channel_id IN ("
                        + Placeholders.list(channels.size()) + ")"),
                row -> {
                    counts.put(BinaryId.read(row.getBytes(1)), new Counts(row.getInt(2), row.getInt(3)));
                },
                channels.stream().map(BinaryId::of).toArray());
        return counts;
    }

    private static @Nullable UUID idOf(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private record Counts(int members, int messages) {

        static final Counts NONE = new Counts(0, 0);

        Counts after(ChannelEvent event) {
            return switch (event) {
                case ChannelEvent.MemberJoined ignored -> new Counts(members + 1, messages);
                case ChannelEvent.MemberLeft ignored -> new Counts(members - 1, messages);
                case ChannelEvent.MessagePosted ignored -> new Counts(members, messages + 1);
                case ChannelEvent.MessageImported ignored -> new Counts(members, messages + 1);
                case ChannelEvent.MessageDeleted ignored -> new Counts(members, messages - 1);
                case ChannelEvent.ChannelOpened ignored -> this;
                case ChannelEvent.MessageEdited ignored -> this;
                case ChannelEvent.ReactionAdded ignored -> this;
                case ChannelEvent.ReactionRemoved ignored -> this;
                case ChannelEvent.ChannelSetting ignored -> this;
                case ChannelEvent.MemberStanding ignored -> this;
                case ChannelEvent.Pinning ignored -> this;
            };
        }
    }
}
