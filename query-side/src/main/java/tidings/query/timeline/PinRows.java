package tidings.query.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** What is pinned: of each message only its last event in the batch counts. A deleted message is pinned no more. */
final class PinRows {

    private static final String PIN =
            "INSERT INTO {pin_view} (channel_id, message_id, pinned_seq, pinned_at, pinned_by)"
                    + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE pinned_seq = VALUES(pinned_seq),"
                    + " pinned_at = VALUES(pinned_at), pinned_by = VALUES(pinned_by)";
    private static final String UNPIN = "DELETE FROM {pin_view} WHERE channel_id = ? AND message_id = ?";

    private final ViewStore store;

    PinRows(ViewStore store) {
        this.store = store;
    }

    void apply(List<RecordedEvent<ChannelEvent>> events, ViewTables tables) {
        Map<MessageKey, RecordedEvent<ChannelEvent>> last = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : events) {
            if (recorded.event() instanceof ChannelEvent.MessagePinned pinned) {
                last.put(new MessageKey(recorded.streamId(), pinned.messageId()), recorded);
            } else if (recorded.event() instanceof ChannelEvent.MessageUnpinned unpinned) {
                last.put(new MessageKey(recorded.streamId(), unpinned.messageId()), recorded);
            } else if (recorded.event() instanceof ChannelEvent.MessageDeleted deleted) {
                last.put(new MessageKey(recorded.streamId(), deleted.messageId()), recorded);
            }
        }
        Rows pins = new Rows();
        Rows unpins = new Rows();
        last.forEach((place, recorded) -> {
            AccountId actor = recorded.actorId();
            if (recorded.event() instanceof ChannelEvent.MessagePinned) {
                pins.add(
                        place.channelKey(),
                        place.messageKey(),
                        recorded.seq(),
                        recorded.at().toEpochMilli(),
                        actor == null ? null : BinaryId.of(actor.value()));
            } else {
                unpins.add(place.channelKey(), place.messageKey());
            }
        });
        store.send(pins, tables.sql(PIN));
        store.send(unpins, tables.sql(UNPIN));
    }
}
