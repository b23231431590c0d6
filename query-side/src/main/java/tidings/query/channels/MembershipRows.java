package tidings.query.channels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.RecordedEvent;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Role;
import tidings.query.projection.EventBatch;
import tidings.query.projection.Rows;
import tidings.query.projection.ViewStore;
import tidings.query.views.BinaryId;
import tidings.query.views.ViewTables;

/** Who is a member now, and in which role: of each account only how it stands at the batch's end is written. */
final class MembershipRows {

    private static final String JOIN = "INSERT INTO {membership_view}"
            + " (channel_id, account_id, role, joined_seq, joined_at) VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE role = VALUES(role), joined_seq = VALUES(joined_seq),"
            + " joined_at = VALUES(joined_at)";
    private static final String CHANGE_ROLE =
            "UPDATE {membership_view} SET role = ? WHERE channel_id = ? AND account_id = ?";
    private static final String LEAVE = "DELETE FROM {membership_view} WHERE channel_id = ? AND account_id = ?";

    private final ViewStore store;

    MembershipRows(ViewStore store) {
        this.store = store;
    }

    private record Member(UUID channel, UUID account) {}

    /**
     * @param joined the event by which it joined; null when that was before this batch
     * @param role null when it has left
     */
    private record Standing(
            @Nullable RecordedEvent<ChannelEvent> joined,
            @Nullable Role role) {}

    void apply(EventBatch batch, ViewTables tables) {
        Map<Member, Standing> last = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            UUID channel = recorded.streamId();
            if (recorded.event() instanceof ChannelEvent.MemberJoined joined) {
                last.put(new Member(channel, joined.memberId().value()), new Standing(recorded, joined.role()));
            } else if (recorded.event() instanceof ChannelEvent.MemberLeft left) {
                last.put(new Member(channel, left.memberId().value()), new Standing(null, null));
            } else if (recorded.event() instanceof ChannelEvent.RoleChanged changed) {
                last.merge(
                        new Member(channel, changed.memberId().value()),
                        new Standing(null, changed.role()),
                        (before, now) -> new Standing(before.joined(), now.role()));
            }
        }
        write(last, tables);
    }

    private void write(Map<Member, Standing> last, ViewTables tables) {
        Rows joins = new Rows();
        Rows roles = new Rows();
        Rows leaves = new Rows();
        last.forEach((member, standing) -> {
            byte[] channel = BinaryId.of(member.channel());
            byte[] account = BinaryId.of(member.account());
            RecordedEvent<ChannelEvent> joined = standing.joined();
            Role role = standing.role();
            if (role == null) {
                leaves.add(channel, account);
            } else if (joined == null) {
                roles.add(role.name(), channel, account);
            } else {
                joins.add(
                        channel, account, role.name(), joined.seq(), joined.at().toEpochMilli());
            }
        });
        store.send(joins, tables.sql(JOIN));
        store.send(roles, tables.sql(CHANGE_ROLE));
        store.send(leaves, tables.sql(LEAVE));
    }
}
