package tidings.query.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/** What is pinned in channels that the caller has been let into. */
@Component
public final class PinQueries {

    private final JdbcTemplate jdbc;

    PinQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param seq its place in the list of pins
     */
    public record Pin(
            MessageId message,
            long seq,
            Instant at,
            @Nullable AccountId by) {}

    /** The pins before a seq, the newest first. */
    public List<Pin> pins(ChannelId channel, long beforeSeq, int limit) {
        return new ArrayList<>(jdbc.query(
                "SELECT message_id, pinned_seq, pinned_at, pinned_by FROM pin_view FORCE INDEX (pin_in_order)"
                        + " WHERE channel_id = ? AND pinned_seq < ? ORDER BY pinned_seq DESC LIMIT ?",
                (row, number) -> {
                    UUID by = BinaryId.readNullable(row.getBytes(4));
                    return new Pin(
                            new MessageId(BinaryId.read(row.getBytes(1))),
                            row.getLong(2),
                            Instant.ofEpochMilli(row.getLong(3)),
                            by == null ? null : new AccountId(by));
                },
                BinaryId.of(channel.value()),
                beforeSeq,
                limit));
    }

    /** Those of the messages that are pinned. */
    public Set<MessageId> pinned(Collection<MessageView> messages) {
        List<Object> keys = new ArrayList<>();
        messages.stream().distinct().forEach(message -> {
            keys.add(BinaryId.of(message.channelId().value()));
            keys.add(BinaryId.of(message.id().value()));
        });
        Set<MessageId> pinned = new HashSet<>();
        if (!keys.isEmpty()) {
            jdbc.query(
                    "SELECT message_id FROM pin_view WHERE (channel_id, message_id) IN ("
                            + Placeholders.pairs(keys.size() / 2) + ")",
                    row -> {
                        pinned.add(new MessageId(BinaryId.read(row.getBytes(1))));
                    },
                    keys.toArray());
        }
        return pinned;
    }
}
