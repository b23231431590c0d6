package tidings.query.channels;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.query.views.BinaryId;

/** Who is banned from channels that the caller keeps order in. */
@Component
public final class BanQueries {

    private final JdbcTemplate jdbc;

    BanQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seq the event that banned the account: its place in the list */
    public record Ban(AccountId account, long seq) {}

    /** The bans before a seq, the newest first. */
    public List<Ban> bans(ChannelView channel, long beforeSeq, int limit) {
        return new ArrayList<>(jdbc.query(
                "SELECT account_id, banned_seq FROM ban_view FORCE INDEX (ban_in_order) WHERE channel_id = ? AND banned_seq < ?"
                        + " ORDER BY banned_seq DESC LIMIT ?",
                (row, number) -> new Ban(new AccountId(BinaryId.read(row.getBytes(1))), row.getLong(2)),
                BinaryId.of(channel.id().value()),
                beforeSeq,
                limit));
    }
}
