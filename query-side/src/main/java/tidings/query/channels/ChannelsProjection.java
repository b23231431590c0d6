package tidings.query.channels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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

/** Channels with their counts: what changed is summed up in memory and added once per channel and batch. */
@Component
final class ChannelsProjection implements Projection {

    /** Sorts after every name: direct channels have none. */
    static final String NAMELESS = "\uDBFF\uDFFF";

    private static final String OPEN =
            "INSERT INTO {channel_view} (channel_id, seq, name, sort_name, topic, visibility,"
                    + " member_count, message_count, opened_at, last_event_at, last_message_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /** Always meets its row; it is an insert because the driver makes one statement of many inserts, but not of updates. */
    private static final String MOVE = "INSERT INTO {channel_view} (seq, member_count, message_count, last_event_at,"
            + " last_message_at, channel_id, sort_name, visibility, opened_at) VALUES (?, ?, ?, ?, ?, ?, '', '', 0)"
            + " ON DUPLICATE KEY UPDATE seq = VALUES(seq), member_count = member_count + VALUES(member_count),"
            + " message_count = message_count + VALUES(message_count), last_event_at = VALUES(last_event_at),"
            + " last_message_at = COALESCE(VALUES(last_message_at), last_message_at)";

    private final ViewStore store;
    private final SettingRows settings;
    private final MembershipRows memberships;
    private final BanRows bans;

    ChannelsProjection(ViewStore store) {
        this.store = store;
        this.settings = new SettingRows(store);
        this.memberships = new MembershipRows(store);
        this.bans = new BanRows(store);
    }

    @Override
    public void apply(EventBatch batch, ViewTables tables) {
        Map<UUID, Change> changes = new LinkedHashMap<>();
        for (RecordedEvent<ChannelEvent> recorded : batch.of(ChannelEvent.class)) {
            changes.computeIfAbsent(recorded.streamId(), ignored -> new Change())
                    .add(recorded);
        }
        Rows opened = new Rows();
        Rows moved = new Rows();
        changes.forEach((channel, change) -> change.write(BinaryId.of(channel), opened, moved));
        store.send(opened, tables.sql(OPEN));
        store.send(moved, tables.sql(MOVE));
        settings.apply(batch, tables);
        memberships.apply(batch, tables);
        bans.apply(batch, tables);
    }

    private static final class Change {

        private ChannelEvent.@Nullable ChannelOpened opened;
        private long openedAt;
        private long seq;
        private int members;
        private int messages;
        private long lastEventAt;
        private @Nullable Long lastMessageAt;

        void add(RecordedEvent<ChannelEvent> recorded) {
            seq = recorded.seq();
            lastEventAt = recorded.at().toEpochMilli();
            switch (recorded.event()) {
                case ChannelEvent.ChannelOpened event -> {
                    opened = event;
                    openedAt = lastEventAt;
                }
                case ChannelEvent.MemberJoined ignored -> members++;
                case ChannelEvent.MemberLeft ignored -> members--;
                case ChannelEvent.MessagePosted ignored -> {
                    messages++;
                    lastMessageAt = lastEventAt;
                }
                case ChannelEvent.MessageImported imported -> {
                    messages++;
                    lastMessageAt = imported.writtenAt().toEpochMilli();
                }
                case ChannelEvent.MessageDeleted ignored -> messages--;
                case ChannelEvent.MessageEdited ignored -> {}
                case ChannelEvent.ReactionAdded ignored -> {}
                case ChannelEvent.ReactionRemoved ignored -> {}
                case ChannelEvent.ChannelSetting ignored -> {}
                case ChannelEvent.MemberStanding ignored -> {}
                case ChannelEvent.Pinning ignored -> {}
            }
        }

        void write(byte[] channelId, Rows inserts, Rows updates) {
            if (opened == null) {
                updates.add(seq, members, messages, lastEventAt, lastMessageAt, channelId);
                return;
            }
            inserts.add(
                    channelId,
                    seq,
                    opened.name(),
                    opened.name() == null ? NAMELESS : opened.name(),
                    opened.topic(),
                    opened.visibility().name(),
                    members,
                    messages,
                    openedAt,
                    lastEventAt,
                    lastMessageAt);
        }
    }
}
