package tidings.tools.slack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields leniently: exports of ten years differ, and one odd field must not cost a message. */
final class JsonFields {

    private JsonFields() {}

    static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.values().forEach(value -> texts.add(text(value)));
        texts.removeIf(String::isEmpty);
        return texts;
    }

    static String firstText(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            String text = text(candidate);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    static @Nullable String textOrNull(JsonNode json) {
        String text = text(json);
        return text.isEmpty() ? null : text;
    }

    static String text(JsonNode json) {
        return json.isString() || json.isNumber() ? json.asString() : "";
    }

    static boolean isTrue(JsonNode json) {
        return json.isBoolean() && json.booleanValue();
    }
}
