package tidings.query.channels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.ChannelSetting;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** How channels are set up: of each setting only its last event in the batch counts. */
final class SettingRows {

    private final ViewStore store;

    SettingRows(ViewStore store) {
        this.store = store;
    }

    private record Value(SettingColumn column, @Nullable Object value) {}

    void apply(EventBatch batch, ViewTables tables) {
        Map<SettingColumn, Map<UUID, Value>> last = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            if (recorded.event() instanceof ChannelSetting setting) {
                Value value = value(setting);
                last.computeIfAbsent(value.column(), ignored -> new LinkedHashMap<>())
                        .put(recorded.streamId(), value);
            }
        }
        last.forEach((column, values) -> {
            Rows rows = new Rows();
            values.forEach((channel, value) -> rows.add(value.value(), BinaryId.of(channel)));
            store.send(rows, tables.sql(column.update()));
        });
    }

    private static Value value(ChannelSetting setting) {
        return switch (setting) {
            case ChannelEvent.ChannelRenamed renamed -> new Value(SettingColumn.NAME, renamed.name());
            case ChannelEvent.TopicChanged changed -> new Value(SettingColumn.TOPIC, changed.topic());
            case ChannelEvent.DescriptionChanged changed -> new Value(SettingColumn.DESCRIPTION, changed.description());
            case ChannelEvent.ChannelArchived ignored -> new Value(SettingColumn.ARCHIVED, true);
            case ChannelEvent.ChannelUnarchived ignored -> new Value(SettingColumn.ARCHIVED, false);
            case ChannelEvent.SlowModeSet set -> new Value(SettingColumn.SLOW_MODE, set.seconds());
            case ChannelEvent.AnnouncementModeSet set -> new Value(SettingColumn.ANNOUNCEMENT, set.on());
            case ChannelEvent.GuestsReadOnlySet set -> new Value(SettingColumn.GUESTS_READ_ONLY, set.on());
        };
    }
}
