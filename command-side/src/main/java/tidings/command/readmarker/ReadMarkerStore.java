package tidings.command.readmarker;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** The table of markers. All times are the database's, which is the same for all nodes. */
final class ReadMarkerStore {

    /** The time of a change goes first: it compares with the seq before the change. */
    private static final String RAISE = "INSERT INTO read_marker (account_id, channel_id, seq, updated_at)"
            + " VALUES (?, ?, ?, UTC_TIMESTAMP(3)) ON DUPLICATE KEY UPDATE"
            + " updated_at = IF(VALUES(seq) > seq, VALUES(updated_at), updated_at),"
            + " seq = GREATEST(seq, VALUES(seq))";

    private static final int PAGE = 1_000;
    private static final int OVERLAP_SECONDS = 60;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ReadMarkerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    void raise(List<ReadMarker> markers) {
        jdbc.batchUpdate(
                RAISE,
                markers.stream()
                        .map(marker -> new Object[] {
                            marker.accountId().toString(), marker.channelId().toString(), marker.seq()
                        })
                        .toList());
    }

    OptionalLong find(AccountId accountId, ChannelId channelId) {
        Optional<Long> seq = client.sql("SELECT seq FROM read_marker WHERE account_id = ? AND channel_id = ?")
                .params(accountId.toString(), channelId.toString())
                .query(Long.class)
                .optional();
        return seq.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    Map<ChannelId, Long> findAll(AccountId accountId) {
        Map<ChannelId, Long> found = new HashMap<>();
        client.sql("SELECT channel_id, seq FROM read_marker WHERE account_id = ?")
                .param(accountId.toString())
                .query(row -> {
                    found.put(ChannelId.parse(row.getString(1)), row.getLong(2));
                });
        return found;
    }

    LocalDateTime now() {
        return client.sql("SELECT UTC_TIMESTAMP(3)").query(LocalDateTime.class).single();
    }

    void publishedUntil(String node, LocalDateTime time) {
        client.sql("INSERT INTO read_marker_publication (node_name, published_until) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE published_until = VALUES(published_until)")
                .params(node, time)
                .update();
    }

    /** Hands out, page by page, all markers that this node cannot be sure to have published. */
    void readUnpublished(String node, Consumer<List<ReadMarker>> pages) {
        LocalDateTime until = client.sql("SELECT published_until FROM read_marker_publication WHERE node_name = ?")
                .param(node)
                .query(LocalDateTime.class)
                .optional()
                .map(time -> time.minusSeconds(OVERLAP_SECONDS))
                .orElse(LocalDateTime.of(2000, 1, 1, 0, 0));
        String account = "";
        String channel = "";
        List<ReadMarker> page;
        do {
            page = page(until, account, channel);
            if (!page.isEmpty()) {
                pages.accept(page);
                account = page.getLast().accountId().toString();
                channel = page.getLast().channelId().toString();
            }
        } while (page.size() == PAGE);
    }

    private List<ReadMarker> page(LocalDateTime since, String account, String channel) {
        return client.sql("SELECT account_id, channel_id, seq FROM read_marker WHERE updated_at >= ?"
                        + " AND (account_id, channel_id) > (?, ?) ORDER BY account_id, channel_id LIMIT ?")
                .params(since, account, channel, PAGE)
                .query((row, n) -> new ReadMarker(
                        AccountId.parse(row.getString(1)), ChannelId.parse(row.getString(2)), row.getLong(3)))
                .list();
    }
}
