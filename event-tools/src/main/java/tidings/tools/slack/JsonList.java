package tidings.tools.slack;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The objects of a JSON array, as far as it can be read.
 *
 * @param strange how many items are no objects
 * @param broken what ended the reading before the end of the array; empty when nothing did
 */
record JsonList(List<JsonNode> objects, int strange, String broken) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    static JsonList read(InputStream bytes) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        int strange = 0;
        try (JsonParser parser = JSON.createParser(ExportText.of(bytes))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return new JsonList(List.of(), 0, "is not a JSON array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode item = parser.readValueAsTree();
                if (item != null && item.isObject()) {
                    objects.add(item);
                } else {
                    strange++;
                }
            }
            return new JsonList(objects, strange, "");
        } catch (JacksonException e) {
            return new JsonList(objects, strange, "is not valid JSON: " + e.getOriginalMessage());
        }
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }
}
