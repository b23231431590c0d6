package tidings.tools.slack;

import static tidings.tools.slack.JsonFields.firstText;
import static tidings.tools.slack.JsonFields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Block Kit blocks say, in Slack's markup, a line or more for each block. Blocks of a kind that is not known say
 * whatever texts are in them.
 */
final class BlockText {

    private BlockText() {}

    static List<SlackMessage.Block> of(JsonNode blocks) {
        List<SlackMessage.Block> texts = new ArrayList<>();
        for (JsonNode block : blocks.values()) {
            String text = block(block);
            if (!text.isBlank()) {
                texts.add(new SlackMessage.Block(text, isRichText(block)));
            }
        }
        return texts;
    }

    private static boolean isRichText(JsonNode block) {
        return text(block.path("type")).equals("rich_text");
    }

    private static String block(JsonNode block) {
        return switch (text(block.path("type"))) {
            case "rich_text" -> RichText.of(block.path("elements"));
            case "section" -> lines(Stream.concat(Stream.of(block.path("text")), stream(block.path("fields"))));
            case "header" -> lines(Stream.of(block.path("text")));
            case "context" ->
                stream(block.path("elements"))
                        .map(BlockText::object)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" "));
            case "image", "video" ->
                joined("\n", object(block.path("title")), object(block.path("description")), picture(block));
            case "divider" -> "";
            default -> everything(block);
        };
    }

    private static String lines(Stream<JsonNode> objects) {
        return objects.map(BlockText::object).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    /** A text object, or a picture among them. */
    private static String object(JsonNode object) {
        return switch (text(object.path("type"))) {
            case "image" -> picture(object);
            case "plain_text" -> escaped(text(object.path("text")));
            case "rich_text" -> RichText.of(object.path("elements"));
            default -> text(object.path("text"));
        };
    }

    private static String picture(JsonNode picture) {
        String shown = escaped(firstText(picture.path("alt_text"), picture.path("title_url")));
        String address = firstText(picture.path("title_url"), picture.path("image_url"), picture.path("video_url"));
        return address.isEmpty() ? shown : shown.isEmpty() ? "<" + address + ">" : "<" + address + "|" + shown + ">";
    }

    /** All texts below a node, in their order. */
    private static String everything(JsonNode node) {
        if (node.isArray()) {
            return stream(node)
                    .map(BlockText::everything)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining("\n"));
        }
        if (!node.isObject()) {
            return "";
        }
        if (isRichText(node)) {
            return RichText.of(node.path("elements"));
        }
        if (node.path("text").isString()) {
            return object(node);
        }
        return node.properties().stream()
                .map(field -> everything(field.getValue()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.values().stream();
    }

    static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(separator));
    }

    /** Text that is not in Slack's markup, in it. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
