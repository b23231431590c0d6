package tidings.command.webhook;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.web.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * What a webhook is sent.
 *
 * @param body Markdown, as in any message
 * @param text Slack's form of it, with its escapes and its links
 * @param others what else is there: nothing that changes what readers see may be left out silently
 */
record IncomingPost(
        @Nullable String body,
        @Nullable String text,
        @JsonAnySetter @Nullable Map<String, JsonNode> others) {

    /** Fields that say how Slack would show the text, or what it would fetch: they say nothing of their own. */
    private static final Set<String> WITHOUT_MEANING_HERE =
            Set.of("mrkdwn", "unfurl_links", "unfurl_media", "link_names", "parse", "response_type", "as_user");

    /** @throws CommandRefusedException BAD_FRAME, which names the fields that cannot be taken */
    String markdown() {
        Set<String> foreign = new TreeSet<>();
        if (others != null) {
            others.forEach((field, value) -> {
                if (!WITHOUT_MEANING_HERE.contains(field) && !isNothing(value)) {
                    foreign.add(field);
                }
            });
        }
        if (!foreign.isEmpty()) {
            throw refused("not supported: "
                    + String.join(", ", foreign.stream().limit(10).toList()));
        }
        if (body != null && text != null) {
            throw refused("body and text are two forms of the same: give one of them");
        }
        return body != null ? body : SlackText.toMarkdown(Parameters.required(text, "body"));
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isString() && value.asString().isBlank())
                || (value.isContainer() && value.isEmpty());
    }

    private static CommandRefusedException refused(String message) {
        return new CommandRefusedException(RejectionCode.BAD_FRAME, message);
    }
}
