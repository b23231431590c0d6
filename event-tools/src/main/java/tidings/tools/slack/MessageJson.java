package tidings.tools.slack;

import static tidings.tools.slack.JsonFields.firstText;
import static tidings.tools.slack.JsonFields.text;
import static tidings.tools.slack.JsonFields.textOrNull;
import static tidings.tools.slack.JsonFields.texts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Slack's messages. */
final class MessageJson {

    private static final String CHANGED = "message_changed";

    private MessageJson() {}

    /** A message; of what tells a change, the message as it became. */
    static SlackMessage message(JsonNode json) {
        JsonNode became = json.path("message");
        return text(json.path("subtype")).equals(CHANGED) && became.isObject()
                ? read(became, new SlackMessage.Edited(text(json.path("ts"))), true)
                : read(json, edited(json.path("edited")), false);
    }

    private static SlackMessage read(JsonNode json, SlackMessage.@Nullable Edited edited, boolean change) {
        String ts = text(json.path("ts"));
        return new SlackMessage(
                firstText(json.path("type"), json.path("message").path("type")),
                text(json.path("subtype")),
                SlackTime.inSlacksForm(ts).orElse(ts),
                SlackTime.parse(ts).isPresent(),
                author(json),
                body(json),
                textOrNull(json.path("thread_ts")),
                edited,
                change,
                reactions(json.path("reactions")),
                files(json),
                BlockText.of(json.path("blocks")),
                AttachmentText.of(json.path("attachments")));
    }

    private static SlackMessage.@Nullable Edited edited(JsonNode json) {
        return json.isObject() ? new SlackMessage.Edited(text(json.path("ts"))) : null;
    }

    /** Older exports tell a comment on a file beside the text. */
    private static String body(JsonNode json) {
        String text = text(json.path("text"));
        String comment = text(json.path("comment").path("comment"));
        return comment.isEmpty() || text.contains(comment) ? text : text.isBlank() ? comment : text + "\n" + comment;
    }

    private static @Nullable SlackAuthor author(JsonNode json) {
        String user = firstText(json.path("user"), json.path("comment").path("user"));
        if (!user.isEmpty()) {
            JsonNode profile = json.path("user_profile");
            return new SlackAuthor(
                    user,
                    firstText(profile.path("name"), profile.path("display_name")),
                    firstText(profile.path("display_name"), profile.path("real_name"), profile.path("name")),
                    false);
        }
        JsonNode bot = json.path("bot_profile");
        String name = firstText(json.path("username"), bot.path("name"));
        String id = firstText(json.path("bot_id"), bot.path("id"));
        if (!id.isEmpty()) {
            return new SlackAuthor(id, name, name, true);
        }
        boolean ofBot = text(json.path("subtype")).equals("bot_message") || !name.isEmpty();
        return ofBot ? namedBot(name) : null;
    }

    /** A bot of which the export says no more than a name, or nothing. */
    private static SlackAuthor namedBot(String name) {
        String shown = name.isEmpty() ? "bot" : name;
        return new SlackAuthor("bot:" + shown, shown, shown, true);
    }

    private static List<SlackReaction> reactions(JsonNode json) {
        List<SlackReaction> reactions = new ArrayList<>();
        for (JsonNode reaction : json.values()) {
            String name = text(reaction.path("name"));
            if (!name.isEmpty()) {
                List<String> users = texts(reaction.path("users"));
                reactions.add(new SlackReaction(
                        name,
                        users,
                        Math.max(users.size(), reaction.path("count").asInt(0))));
            }
        }
        return reactions;
    }

    private static List<SlackFile> files(JsonNode json) {
        List<SlackFile> files = new ArrayList<>();
        if (json.path("file").isObject()) {
            files.add(file(json.path("file")));
        }
        if (json.path("files").isArray()) {
            json.path("files").values().forEach(file -> files.add(file(file)));
        }
        return files;
    }

    private static SlackFile file(JsonNode json) {
        SlackFile.State state = switch (text(json.path("mode"))) {
            case "tombstone" -> SlackFile.State.DELETED;
            case "hidden_by_limit" -> SlackFile.State.HIDDEN;
            default -> SlackFile.State.KEPT;
        };
        return new SlackFile(
                firstText(json.path("title"), json.path("name")),
                FileSecrets.removedFrom(firstText(json.path("permalink"), json.path("url_private"))),
                state);
    }
}
