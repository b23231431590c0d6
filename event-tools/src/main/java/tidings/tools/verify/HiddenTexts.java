package tidings.tools.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the views hide of one channel: the text of deleted messages, where they say {@code "erased": true}. It is no finding
 * where the log has the deletion.
 */
final class HiddenTexts {

    private static final Set<String> FIELDS = Set.of("body", "mentions", "forwardedFrom");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Long, String> hidden = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    /** An event of the log, as the feed has it. */
    void read(String type, String line) {
        if (type.equals("MessageDeleted")) {
            parsed(line)
                    .ifPresent(event -> deleted.add(event.at("/data/messageId").asString("")));
        }
    }

    /** The fields that differ for another reason than that the text is hidden. */
    List<String> without(ViewsApi.SeenEvent seen, List<String> different) {
        if (!seen.data().contains("\"erased\"")) {
            return different;
        }
        Optional<JsonNode> read =
                parsed(seen.data()).filter(data -> data.path("erased").asBoolean(false));
        if (read.isEmpty()) {
            return different;
        }
        JsonNode data = read.get();
        hidden.put(seen.seq(), data.path("messageId").asString(""));
        return different.stream().filter(field -> !FIELDS.contains(field)).toList();
    }

    /** Empty for what is damaged: the log's own check tells it. */
    private Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(json.readTree(text));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** The seqs of texts that are hidden without a deletion. */
    List<Long> withoutDeletion() {
        return hidden.entrySet().stream()
                .filter(text -> !deleted.contains(text.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
