package tidings.tools.slack;

import static tidings.tools.slack.BlockText.escaped;
import static tidings.tools.slack.JsonFields.firstText;
import static tidings.tools.slack.JsonFields.isTrue;
import static tidings.tools.slack.JsonFields.text;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The {@code rich_text} block, which is what people type, in Slack's older markup. */
final class RichText {

    private static final String FENCE = "```";

    private RichText() {}

    static String of(JsonNode elements) {
        return elements.values().stream()
                .map(RichText::paragraph)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(JsonNode element) {
        return switch (text(element.path("type"))) {
            case "rich_text_list" -> list(element);
            case "rich_text_quote" ->
                inline(element).lines().map(line -> "&gt; " + line).collect(Collectors.joining("\n"));
            case "rich_text_preformatted" -> FENCE + "\n" + inline(element) + "\n" + FENCE;
            default -> withoutLastBreak(inline(element));
        };
    }

    private static String withoutLastBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String list(JsonNode list) {
        boolean ordered = text(list.path("style")).equals("ordered");
        String indent = "    ".repeat(Math.clamp(list.path("indent").asInt(0), 0, 8));
        int first = list.path("offset").asInt(0) + 1;
        List<JsonNode> items = List.copyOf(list.path("elements").values());
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            lines.append(i == 0 ? "" : "\n")
                    .append(indent)
                    .append(ordered ? first + i + ". " : "- ")
                    .append(inline(items.get(i)));
        }
        return lines.toString();
    }

    private static String inline(JsonNode section) {
        return section.path("elements").values().stream().map(RichText::element).collect(Collectors.joining());
    }

    private static String element(JsonNode element) {
        return switch (text(element.path("type"))) {
            case "text" -> styled(element.path("text").asString(""), element.path("style"));
            case "link" -> link(element);
            case "emoji" -> emoji(element);
            case "user" -> "<@" + text(element.path("user_id")) + ">";
            case "channel" -> "<#" + text(element.path("channel_id")) + ">";
            case "usergroup" -> "<!subteam^" + text(element.path("usergroup_id")) + ">";
            case "broadcast" -> "<!" + text(element.path("range")) + ">";
            case "date" -> escaped(firstText(element.path("fallback"), element.path("timestamp")));
            case "color" -> text(element.path("value"));
            default -> escaped(firstText(element.path("text"), element.path("fallback"))) + inline(element);
        };
    }

    private static String link(JsonNode link) {
        String url = escaped(text(link.path("url")));
        String label = escaped(text(link.path("text")));
        return label.isEmpty() ? "<" + url + ">" : "<" + url + "|" + label + ">";
    }

    private static String emoji(JsonNode emoji) {
        int tone = emoji.path("skin_tone").asInt(0);
        String name = text(emoji.path("name"));
        return ":" + name + (tone > 1 && !name.contains("::") ? "::skin-tone-" + tone : "") + ":";
    }

    /** Marks stand at the words: with a space inside they would be no marks. */
    private static String styled(String text, JsonNode style) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return escaped(text);
        }
        String marks = isTrue(style.path("code"))
                ? "`"
                : (isTrue(style.path("bold")) ? "*" : "")
                        + (isTrue(style.path("italic")) ? "_" : "")
                        + (isTrue(style.path("strike")) ? "~" : "");
        int start = text.indexOf(stripped);
        return escaped(text.substring(0, start))
                + marks
                + escaped(stripped)
                + new StringBuilder(marks).reverse()
                + escaped(text.substring(start + stripped.length()));
    }
}
