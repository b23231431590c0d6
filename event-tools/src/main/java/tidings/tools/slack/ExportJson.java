package tidings.tools.slack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Slack's objects leniently: exports of ten years differ, and one odd field must not cost a message. */
final class ExportJson {

    private ExportJson() {}

    static SlackUser user(JsonNode json) {
        JsonNode profile = json.path("profile");
        String display = firstText(profile.path("display_name"), profile.path("real_name"), json.path("real_name"));
        return new SlackUser(
                text(json.path("id")),
                text(json.path("name")),
                display,
                json.path("is_bot").asBoolean(false),
                text(json.path("team_id")));
    }

    static SlackChannel channel(JsonNode json, SlackChannel.Kind kind) {
        String id = text(json.path("id"));
        String name = text(json.path("name"));
        boolean direct = kind == SlackChannel.Kind.DIRECT;
        return new SlackChannel(
                id,
                kind,
                direct ? "" : name,
                name.isEmpty() ? id : name,
                firstText(json.path("topic").path("value"), json.path("purpose").path("value")),
                text(json.path("creator")),
                json.path("created").asLong(0),
                json.path("is_archived").asBoolean(false),
                texts(json.path("members")));
    }

    static SlackMessage message(JsonNode json) {
        return new SlackMessage(
                text(json.path("type")),
                text(json.path("subtype")),
                text(json.path("ts")),
                author(json),
                text(json.path("text")),
                textOrNull(json.path("thread_ts")),
                textOrNull(json.path("edited").path("ts")),
                reactions(json.path("reactions")),
                files(json),
                attachments(json.path("attachments")));
    }

    private static @Nullable SlackAuthor author(JsonNode json) {
        String user = firstText(json.path("user"), json.path("comment").path("user"));
        JsonNode profile = json.path("user_profile");
        if (!user.isEmpty()) {
            return new SlackAuthor(user, firstText(profile.path("name"), profile.path("display_name")), false);
        }
        String bot = text(json.path("bot_id"));
        String name = firstText(json.path("username"), json.path("bot_profile").path("name"));
        return bot.isEmpty() ? null : new SlackAuthor(bot, name, true);
    }

    private static List<SlackReaction> reactions(JsonNode json) {
        List<SlackReaction> reactions = new ArrayList<>();
        for (JsonNode reaction : json.values()) {
            String name = text(reaction.path("name"));
            if (!name.isEmpty()) {
                reactions.add(new SlackReaction(name, texts(reaction.path("users"))));
            }
        }
        return reactions;
    }

    private static List<SlackFile> files(JsonNode json) {
        List<SlackFile> files = new ArrayList<>();
        if (json.path("file").isObject()) {
            files.add(file(json.path("file")));
        }
        json.path("files").values().forEach(file -> files.add(file(file)));
        return files;
    }

    private static SlackFile file(JsonNode json) {
        return new SlackFile(
                firstText(json.path("title"), json.path("name")),
                firstText(json.path("permalink"), json.path("url_private")));
    }

    private static List<String> attachments(JsonNode json) {
        List<String> texts = new ArrayList<>();
        for (JsonNode attachment : json.values()) {
            String text = firstText(attachment.path("text"), attachment.path("fallback"), attachment.path("title"));
            if (!text.isBlank()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.values().forEach(value -> texts.add(text(value)));
        texts.removeIf(String::isEmpty);
        return texts;
    }

    private static String firstText(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            String text = text(candidate);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static @Nullable String textOrNull(JsonNode json) {
        String text = text(json);
        return text.isEmpty() ? null : text;
    }

    private static String text(JsonNode json) {
        return json.isString() || json.isNumber() ? json.asString() : "";
    }
}
