package tidings.tools.imports;

import java.util.Set;

/** Slack's subtypes of messages that nobody wrote: the channel's own events, told as text. */
final class SystemMessages {

    private static final Set<String> SUBTYPES = Set.of(
            "bot_add",
            "bot_remove",
            "channel_archive",
            "channel_canvas_updated",
            "channel_convert_to_private",
            "channel_convert_to_public",
            "channel_join",
            "channel_leave",
            "channel_name",
            "channel_posting_permissions",
            "channel_purpose",
            "channel_topic",
            "channel_unarchive",
            "ekm_access_denied",
            "group_archive",
            "group_join",
            "group_leave",
            "group_name",
            "group_purpose",
            "group_topic",
            "group_unarchive",
            "huddle_thread",
            "message_changed",
            "message_deleted",
            "message_replied",
            "pinned_item",
            "reminder_add",
            "reply_broadcast",
            "sh_room_created",
            "tombstone",
            "unpinned_item");

    private SystemMessages() {}

    static boolean contains(String subtype) {
        return SUBTYPES.contains(subtype);
    }
}
