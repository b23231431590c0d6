package tidings.query.timeline;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.query.views.BinaryId;

/**
 * Threads of channels that the caller has been let into. Deleted replies are neither listed nor counted, by one and the
 * same condition, so that lists and counts agree.
 */
@Component
public final class ThreadQueries {

    private static final String REPLIES =
            " FORCE INDEX (message_thread) WHERE v.channel_id = ? AND v.thread_id = ? AND v.deleted_seq IS NULL";

    private final JdbcTemplate jdbc;
    private final TimelineQueries timeline;

    ThreadQueries(JdbcTemplate jdbc, TimelineQueries timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /** The message that began the thread of this one: perhaps itself. Empty where the asker may not read it. */
    public Optional<MessageView> root(AccountId viewer, MessageId message) {
        return timeline.readable(viewer, message).map(found -> {
            MessageId root = found.threadRootId();
            return root == null
                    ? found
                    : timeline.byIds(List.of(found.channelId()), List.of(root)).getOrDefault(root, found);
        });
    }

    /** The first replies whose seq lies strictly between two; in order. */
    public List<MessageView> first(MessageView root, long after, long before, int limit) {
        return range(root, after, before, "v.seq", limit);
    }

    /** The last replies whose seq lies strictly between two; in order. */
    public List<MessageView> last(MessageView root, long after, long before, int limit) {
        return range(root, after, before, "v.seq DESC", limit).reversed();
    }

    private List<MessageView> range(MessageView root, long after, long before, String order, int limit) {
        return jdbc.query(
                TimelineQueries.SELECT + REPLIES + " AND v.seq > ? AND v.seq < ? ORDER BY " + order + " LIMIT ?",
                TimelineQueries::read,
                BinaryId.of(root.channelId().value()),
                BinaryId.of(root.id().value()),
                after,
                before,
                limit);
    }

    public int replies(MessageView root) {
        return count(
                "", BinaryId.of(root.channelId().value()), BinaryId.of(root.id().value()));
    }

    /** Replies by others after a seq. */
    public int unread(MessageView root, AccountId viewer, long readSeq) {
        return count(
                " AND v.author_id <> ? AND v.seq > ?",
                BinaryId.of(root.channelId().value()),
                BinaryId.of(root.id().value()),
                BinaryId.of(viewer.value()),
                readSeq);
    }

    /** Whether an account wrote the root or a reply, or is mentioned by name in one of them. */
    public boolean takesPart(MessageView root, AccountId account) {
        return root.authorId().equals(account)
                || root.mentions().accountIds().contains(account)
                || count(
                                " AND (v.author_id = ? OR v.mentions LIKE ?)",
                                BinaryId.of(root.channelId().value()),
                                BinaryId.of(root.id().value()),
                                BinaryId.of(account.value()),
                                "%" + account + "%")
                        > 0;
    }

    private int count(String condition, Object... arguments) {
        Integer count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM message_view v" + REPLIES + condition, Integer.class, arguments);
        return count == null ? 0 : count;
    }
}
