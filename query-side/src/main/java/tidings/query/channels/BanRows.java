package tidings.query.channels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** Who is banned now: of each account only its last event in the batch counts. */
final class BanRows {

    private static final String BAN = "INSERT INTO {ban_view} (channel_id, account_id, banned_seq) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE banned_seq = VALUES(banned_seq)";
    private static final String UNBAN = "DELETE FROM {ban_view} WHERE channel_id = ? AND account_id = ?";

    private final ViewStore store;

    BanRows(ViewStore store) {
        this.store = store;
    }

    private record Place(UUID channel, UUID account) {}

    void apply(EventBatch batch, ViewTables tables) {
        Map<Place, RecordedEvent<ChannelEvent>> last = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            if (recorded.event() instanceof ChannelEvent.MemberBanned banned) {
                last.put(new Place(recorded.streamId(), banned.memberId().value()), recorded);
            } else if (recorded.event() instanceof ChannelEvent.MemberUnbanned unbanned) {
                last.put(new Place(recorded.streamId(), unbanned.memberId().value()), recorded);
            }
        }
        Rows bans = new Rows();
        Rows unbans = new Rows();
        last.forEach((place, recorded) -> {
            byte[] channel = BinaryId.of(place.channel());
            byte[] account = BinaryId.of(place.account());
            if (recorded.event() instanceof ChannelEvent.MemberBanned) {
                bans.add(channel, account, recorded.seq());
            } else {
                unbans.add(channel, account);
            }
        });
        store.send(bans, tables.sql(BAN));
        store.send(unbans, tables.sql(UNBAN));
    }
}
