package tidings.query.history;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Projection;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** Keeps every name and every topic that a channel had, so that a moment of the past shows its own. */
@Component
final class WordingProjection implements Projection {

    static final String NAME = "NAME";
    static final String TOPIC = "TOPIC";

    private static final String KEEP =
            "INSERT INTO {channel_setting} (channel_id, setting, from_seq, value) VALUES (?, ?, ?, ?)";

    private final ViewStore store;

    WordingProjection(ViewStore store) {
        this.store = store;
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        Rows rows = new Rows();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            if (recorded.event() instanceof ChannelEvent.ChannelOpened opened) {
                keep(rows, recorded, NAME, opened.name());
                keep(rows, recorded, TOPIC, opened.topic());
            } else if (recorded.event() instanceof ChannelEvent.ChannelRenamed renamed) {
                keep(rows, recorded, NAME, renamed.name());
            } else if (recorded.event() instanceof ChannelEvent.TopicChanged changed) {
                keep(rows, recorded, TOPIC, changed.topic());
            }
        }
        store.send(rows, tables.sql(KEEP));
    }

    private static void keep(Rows rows, RecordedEvent<ChannelEvent> recorded, String setting, @Nullable String value) {
        rows.add(BinaryId.of(recorded.streamId()), setting, recorded.seq(), value);
    }
}
