package tidings.query.channels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/**
 * The gate: every statement names the asker, and a hidden channel is answered like one that does not exist. Public
 * channels may be read by every account that is not banned from them, others by their members.
 */
@Component
public final class ChannelQueries {

    private static final String BANNED =
            "EXISTS (SELECT 1 FROM ban_view b" + " WHERE b.channel_id = c.channel_id AND b.account_id = ?)";
    private static final String MEMBERSHIP =
            " LEFT JOIN membership_view m ON m.channel_id = c.channel_id AND m.account_id = ?";
    private static final String SELECT = ChannelRow.COLUMNS + "channel_view c" + MEMBERSHIP;
    private static final String READABLE =
            " WHERE (c.visibility = 'PUBLIC' OR m.account_id IS NOT NULL) AND NOT " + BANNED;
    private static final String AFTER = " AND (c.sort_name > ? OR (c.sort_name = ? AND c.channel_id > ?))"
            + " ORDER BY c.sort_name, c.channel_id LIMIT ?";
    private static final String PUBLIC_AFTER = ChannelRow.COLUMNS + "channel_view c FORCE INDEX (channel_listed)"
            + MEMBERSHIP + " WHERE c.visibility = 'PUBLIC' AND NOT " + BANNED + AFTER;
    /** In no order, for no index has one: the caller sorts what comes after its place. */
    private static final String OWN_AFTER = "SELECT STRAIGHT_JOIN c.sort_name, c.channel_id FROM membership_view m"
            + " JOIN channel_view c ON c.channel_id = m.channel_id WHERE m.account_id = ? AND c.visibility <> 'PUBLIC'"
            + " AND (c.sort_name > ? OR (c.sort_name = ? AND c.channel_id > ?))";

    private final JdbcTemplate jdbc;

    ChannelQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ChannelView> readable(AccountId viewer, ChannelId id) {
        return Optional.ofNullable(readable(viewer, List.of(id)).get(id));
    }

    public Optional<ChannelView> readableByName(AccountId viewer, String name) {
        return jdbc
                .query(
                        SELECT + READABLE + " AND c.name = ? LIMIT 1",
                        ChannelRow::read,
                        BinaryId.of(viewer.value()),
                        BinaryId.of(viewer.value()),
                        name)
                .stream()
                .findFirst();
    }

    /** Those of the channels that the asker may read. */
    public Map<ChannelId, ChannelView> readable(AccountId viewer, Collection<ChannelId> ids) {
        Set<ChannelId> distinct = Set.copyOf(ids);
        Map<ChannelId, ChannelView> channels = new HashMap<>();
        if (!distinct.isEmpty()) {
            byte[] asker = BinaryId.of(viewer.value());
            jdbc.query(
                            SELECT + READABLE + " AND c.channel_id IN (" + Placeholders.list(distinct.size()) + ")",
                            ChannelRow::read,
                            Stream.concat(
                                            Stream.of(asker, asker),
                                            distinct.stream().map(id -> BinaryId.of(id.value())))
                                    .toArray())
                    .forEach(channel -> channels.put(channel.id(), channel));
        }
        return channels;
    }

    /** The asker's own channels and all public ones, by name, after a place; at most {@code limit}. */
    public List<ChannelView> listed(AccountId viewer, @Nullable ChannelSortKey after, int limit) {
        String sortName = after == null ? "" : after.sortName();
        byte[] id = after == null ? new byte[0] : BinaryId.of(after.id().value());
        byte[] asker = BinaryId.of(viewer.value());
        List<ChannelView> open =
                jdbc.query(PUBLIC_AFTER, ChannelRow::read, asker, asker, sortName, sortName, id, limit);
        List<ChannelId> own = jdbc
                .query(
                        OWN_AFTER,
                        (row, number) ->
                                new ChannelSortKey(row.getString(1), new ChannelId(BinaryId.read(row.getBytes(2)))),
                        asker,
                        sortName,
                        sortName,
                        id)
                .stream()
                .sorted(ChannelSortKey.ORDER)
                .map(ChannelSortKey::id)
                .toList();
        return Stream.concat(open.stream(), firstReadable(viewer, own, limit).stream())
                .sorted(Comparator.comparing(ChannelSortKey::of, ChannelSortKey.ORDER))
                .limit(limit)
                .toList();
    }

    /** The first of the channels, in this order, from which the asker is not banned. */
    private List<ChannelView> firstReadable(AccountId viewer, List<ChannelId> ids, int limit) {
        List<ChannelView> first = new ArrayList<>();
        for (int from = 0; from < ids.size() && first.size() < limit; from += limit) {
            List<ChannelId> part = ids.subList(from, Math.min(from + limit, ids.size()));
            Map<ChannelId, ChannelView> readable = readable(viewer, part);
            part.stream().filter(readable::containsKey).map(readable::get).forEach(first::add);
        }
        return first;
    }

    /** Members in the order in which they joined. */
    public List<ChannelMember> members(ChannelView channel, long afterJoinedSeq, int limit) {
        return new ArrayList<>(jdbc.query(
                "SELECT account_id, role, joined_seq FROM membership_view FORCE INDEX (membership_in_order) WHERE channel_id = ? AND joined_seq > ?"
                        + " ORDER BY joined_seq LIMIT ?",
                (row, number) -> new ChannelMember(
                        new AccountId(BinaryId.read(row.getBytes(1))), Role.valueOf(row.getString(2)), row.getLong(3)),
                BinaryId.of(channel.id().value()),
                afterJoinedSeq,
                limit));
    }
}
