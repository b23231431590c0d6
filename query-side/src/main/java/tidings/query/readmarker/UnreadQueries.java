package tidings.query.readmarker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/**
 * How many messages by others stand unread: counted, never kept, so it cannot drift. Full blocks come from the
 * tallies that the timeline writes with its messages, the block of the marker from the messages themselves; one
 * statement, one snapshot. Touches at most a block of messages and one row per further block, per channel.
 */
@Component
public final class UnreadQueries {

    private static final int BLOCK = 256;
    private static final byte[] EVERYBODY = new byte[16];
    private static final String READ_UP_TO = "SELECT channel_id, MAX(seq) FROM ("
            + "SELECT channel_id, read_seq AS seq FROM read_marker_view WHERE account_id = ? AND channel_id IN (%s)"
            + " UNION ALL SELECT channel_id, joined_seq FROM membership_view WHERE account_id = ? AND channel_id IN (%s)"
            + ") AS floors GROUP BY channel_id";

    private final JdbcTemplate jdbc;

    UnreadQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to where the asker has read each of the channels: the highest of the read marker and the event by which a
     * member joined, the last time; -1 where there is neither.
     */
    public Map<ChannelId, Long> readSeqs(AccountId viewer, Collection<ChannelId> channels) {
        Set<ChannelId> distinct = Set.copyOf(channels);
        Map<ChannelId, Long> markers = new HashMap<>();
        distinct.forEach(channel -> markers.put(channel, -1L));
        if (!distinct.isEmpty()) {
            List<byte[]> ids = distinct.stream()
                    .map(channel -> BinaryId.of(channel.value()))
                    .toList();
            List<Object> arguments = new ArrayList<>();
            for (int part = 0; part < 2; part++) {
                arguments.add(BinaryId.of(viewer.value()));
                arguments.addAll(ids);
            }
            jdbc.query(
                    READ_UP_TO.formatted(Placeholders.list(ids.size()), Placeholders.list(ids.size())),
                    row -> {
                        markers.put(new ChannelId(BinaryId.read(row.getBytes(1))), row.getLong(2));
                    },
                    arguments.toArray());
        }
        return markers;
    }

    /** Messages that are not deleted, not by the asker, and beyond what {@link #readSeqs} answers. */
    public Map<ChannelId, Long> unread(AccountId viewer, Collection<ChannelId> channels) {
        Map<ChannelId, Long> markers = readSeqs(viewer, channels);
        Map<ChannelId, Long> unread = new HashMap<>();
        markers.keySet().forEach(channel -> unread.put(channel, 0L));
        if (!markers.isEmpty()) {
            jdbc.query(
                    statement(markers.size()),
                    row -> {
                        unread.put(new ChannelId(BinaryId.read(row.getBytes(1))), row.getLong(2));
                    },
                    arguments(BinaryId.of(viewer.value()), markers));
        }
        return unread;
    }

    private static String statement(int channels) {
        return "SELECT channel_id, SUM(n) FROM ("
                + "SELECT channel_id, SUM(IF(author_id = ?, standing, -standing)) AS n FROM message_tally WHERE "
                + any("(channel_id = ? AND author_id IN (?, ?) AND block > ?)", channels)
                + " GROUP BY channel_id UNION ALL "
                + "SELECT channel_id, COUNT(*) AS n FROM message_view WHERE deleted_seq IS NULL AND author_id <> ? AND ("
                + any("(channel_id = ? AND seq > ? AND seq < ?)", channels)
                + ") GROUP BY channel_id) AS parts GROUP BY channel_id";
    }

    private static String any(String condition, int times) {
        return String.join(" OR ", Collections.nCopies(times, condition));
    }

    private static Object[] arguments(byte[] viewer, Map<ChannelId, Long> markers) {
        List<Object> tallies = new ArrayList<>();
        List<Object> messages = new ArrayList<>();
        tallies.add(EVERYBODY);
        messages.add(viewer);
        markers.forEach((channel, marker) -> {
            byte[] id = BinaryId.of(channel.value());
            long block = Math.max(marker, 0) / BLOCK;
            Collections.addAll(tallies, id, EVERYBODY, viewer, block);
            Collections.addAll(messages, id, marker, (block + 1) * BLOCK);
        });
        tallies.addAll(messages);
        return tallies.toArray();
    }
}
