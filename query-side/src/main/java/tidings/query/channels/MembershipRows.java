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

/** Who is a member now: of each account only its last event in the batch counts. */
final class MembershipRows {

    private static final String JOIN = "INSERT INTO {membership_view}"
            + " (channel_id, account_id, role, joined_seq, joined_at) VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE role = VALUES(role), joined_seq = VALUES(joined_seq),"
            + " joined_at = VALUES(joined_at)";
    private static final String LEAVE = "DELETE FROM {membership_view} WHERE channel_id = ? AND account_id = ?";

    private final ViewStore store;

    MembershipRows(ViewStore store) {
        this.store = store;
    }

    private record Member(UUID channel, UUID account) {}

    void apply(EventBatch batch, ViewTables tables) {
        Map<Member, RecordedEvent<ChannelEvent>> last = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            if (recorded.event() instanceof ChannelEvent.MemberJoined joined) {
                last.put(new Member(recorded.streamId(), joined.memberId().value()), recorded);
            } else if (recorded.event() instanceof ChannelEvent.MemberLeft left) {
                last.put(new Member(recorded.streamId(), left.memberId().value()), recorded);
            }
        }
        Rows joins = new Rows();
        Rows leaves = new Rows();
        last.forEach((member, recorded) -> {
            byte[] channel = BinaryId.of(member.channel());
            byte[] account = BinaryId.of(member.account());
            if (recorded.event() instanceof ChannelEvent.MemberJoined joined) {
                joins.add(
                        channel,
                        account,
                        joined.role().name(),
                        recorded.seq(),
                        recorded.at().toEpochMilli());
            } else {
                leaves.add(channel, account);
            }
        });
        store.send(joins, tables.sql(JOIN));
        store.send(leaves, tables.sql(LEAVE));
    }
}
