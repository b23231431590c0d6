package tidings.query.channels;

/** Where the view keeps a setting of a channel, and how it is written there. */
enum SettingColumn {
    NAME("name = ?, sort_name = name"),
    TOPIC("topic = ?"),
    DESCRIPTION("description = ?"),
    ARCHIVED("archived = ?"),
    SLOW_MODE("slow_mode = ?"),
    ANNOUNCEMENT("announcement = ?"),
    GUESTS_READ_ONLY("guests_read_only = ?");

    private final String assignment;

    SettingColumn(String assignment) {
        this.assignment = assignment;
    }

    String update() {
        return "UPDATE {channel_view} SET " + assignment + " WHERE channel_id = ?";
    }
}
