package tidings.tools.slack;

import static tidings.tools.slack.JsonFields.firstText;
import static tidings.tools.slack.JsonFields.isTrue;
import static tidings.tools.slack.JsonFields.text;
import static tidings.tools.slack.JsonFields.texts;

import tools.jackson.databind.JsonNode;

/** Reads Slack's users and channels. */
final class ExportJson {

    private static final String SLACKBOT = "USLACKBOT";

    private ExportJson() {}

    static SlackUser user(JsonNode json) {
        JsonNode profile = json.path("profile");
        String id = text(json.path("id"));
        return new SlackUser(
                id,
                text(json.path("name")),
                firstText(profile.path("display_name"), profile.path("real_name"), json.path("real_name")),
                isTrue(json.path("is_bot")) || id.equals(SLACKBOT),
                text(json.path("team_id")));
    }

    /** A channel without an id is known by its name. */
    static SlackChannel channel(JsonNode json, SlackChannel.Kind kind) {
        String name = text(json.path("name"));
        String given = text(json.path("id"));
        String id = given.isEmpty() && !name.isEmpty() ? "name:" + name : given;
        String topic = text(json.path("topic").path("value"));
        String purpose = text(json.path("purpose").path("value"));
        boolean direct = kind == SlackChannel.Kind.DIRECT;
        return new SlackChannel(
                id,
                kind,
                direct ? "" : name,
                name.isEmpty() ? id : name,
                topic.isBlank() ? purpose : topic,
                topic.isBlank() ? "" : purpose.strip(),
                text(json.path("creator")),
                json.path("created").asLong(0),
                isTrue(json.path("is_archived")),
                texts(json.path("members")));
    }
}
