package tidings.tools.slack;

import static tidings.tools.slack.BlockText.escaped;
import static tidings.tools.slack.BlockText.joined;
import static tidings.tools.slack.JsonFields.firstText;
import static tidings.tools.slack.JsonFields.isTrue;
import static tidings.tools.slack.JsonFields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the attachments of bots, shared messages and link previews say, in Slack's markup. */
final class AttachmentText {

    private AttachmentText() {}

    static List<SlackMessage.Attachment> of(JsonNode attachments) {
        List<SlackMessage.Attachment> texts = new ArrayList<>();
        for (JsonNode attachment : attachments.values()) {
            String text = attachment(attachment);
            if (!text.isBlank()) {
                texts.add(new SlackMessage.Attachment(text, isPreview(attachment)));
            }
        }
        return texts;
    }

    /** What Slack fetched from behind a link; a message that somebody shares is no such thing. */
    private static boolean isPreview(JsonNode attachment) {
        boolean fromLink = !firstText(attachment.path("from_url"), attachment.path("original_url"))
                .isEmpty();
        boolean message = isTrue(attachment.path("is_msg_unfurl")) || isTrue(attachment.path("is_share"));
        return fromLink && !message;
    }

    private static String attachment(JsonNode json) {
        String blocks = joined(
                "\n",
                BlockText.of(json.path("blocks")).stream()
                        .map(SlackMessage.Block::text)
                        .collect(Collectors.joining("\n")),
                json.path("message_blocks").values().stream()
                        .flatMap(message -> BlockText.of(message.path("message").path("blocks")).stream())
                        .map(SlackMessage.Block::text)
                        .collect(Collectors.joining("\n")));
        String text = joined(
                "\n",
                text(json.path("pretext")),
                escaped(firstText(json.path("author_name"), json.path("author_subname"))),
                title(json),
                text(json.path("text")),
                fields(json.path("fields")),
                picture(json),
                escaped(text(json.path("footer"))));
        boolean saysNothing = joined(
                        "",
                        text(json.path("text")),
                        text(json.path("pretext")),
                        title(json),
                        fields(json.path("fields")))
                .isEmpty();
        if (!blocks.isEmpty() && saysNothing) {
            return blocks;
        }
        return saysNothing ? joined("\n", text, text(json.path("fallback"))) : text;
    }

    private static String title(JsonNode json) {
        String title = escaped(text(json.path("title")));
        String address = text(json.path("title_link"));
        return title.isEmpty() || address.isEmpty() ? title : "<" + address + "|" + title + ">";
    }

    private static String fields(JsonNode fields) {
        return fields.values().stream()
                .map(field -> joined(": ", text(field.path("title")), text(field.path("value"))))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String picture(JsonNode json) {
        String address = firstText(json.path("image_url"), json.path("thumb_url"));
        return address.isEmpty() ? "" : "<" + address + ">";
    }
}
