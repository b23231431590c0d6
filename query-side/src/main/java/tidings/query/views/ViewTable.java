package tidings.query.views;

import java.util.List;
import java.util.Locale;

/**
 * The tables that are built from events alone and can be built anew, with the columns that make their content.
 * Read markers are not among them: they come from no event.
 */
public enum ViewTable {
    ACCOUNT_VIEW("account_id", "seq", "username", "display_name", "bot", "deactivated", "registered_at"),
    ACCOUNT_WORD("account_id", "word", "from_name", "deactivated"),
    CHANNEL_VIEW(
            "channel_id",
            "seq",
            "name",
            "topic",
            "visibility",
            "member_count",
            "message_count",
            "opened_at",
            "last_event_at",
            "last_message_at",
            "description",
            "archived",
            "slow_mode",
            "announcement",
            "guests_read_only"),
    CHANNEL_SETTING("channel_id", "setting", "from_seq", "value"),
    BAN_VIEW("channel_id", "account_id", "banned_seq"),
    MEMBERSHIP_VIEW("channel_id", "account_id", "role", "joined_seq", "joined_at"),
    MESSAGE_VIEW(
            "channel_id",
            "seq",
            "message_id",
            "author_id",
            "body",
            "body_seq",
            "created_at",
            "edited_at",
            "deleted_at",
            "deleted_seq",
            "reply_to",
            "reply_count",
            "thread_root",
            "mentions",
            "forwarded_channel_id",
            "forwarded_message_id",
            "forwarded_author_id"),
    PIN_VIEW("channel_id", "message_id", "pinned_seq", "pinned_at", "pinned_by"),
    MESSAGE_REVISION("channel_id", "message_id", "from_seq", "to_seq", "body", "written_at", "edited_at"),
    REACTION_VIEW("channel_id", "message_id", "emoji", "account_id", "reacted_seq"),
    MESSAGE_TALLY("channel_id", "author_id", "block", "standing"),
    CHANNEL_EVENT("channel_id", "seq", "recorded_at", "actor_id", "type", "data", "member_count", "message_count"),
    SEARCH_ENTRY("channel_id", "message_id", "seq", "author_id", "created_at", "has_link", "tokens"),
    SEARCH_POSTING("channel_id", "message_id", "token", "created_at"),
    ENDED_SESSION(),
    PROJECTION_POSITION(),
    PARKED_EVENT(),
    BLOCKED_STREAM();

    private final List<String> content;

    ViewTable(String... content) {
        this.content = List.of(content);
    }

    public String base() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns whose values are the table's content; empty where a table only keeps the books. */
    public List<String> content() {
        return content;
    }
}
