package tidings.events.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The emoji of {@code emoji.tsv}: a line for each emoji that Unicode recommends for general interchange (RGI), fully
 * qualified, with its names behind a tab. A test of the event tools generates the file.
 *
 * @param spellings the fully qualified emoji by the same without variation selectors
 * @param byName the emoji by name, without colons
 * @param names the names of each emoji, the preferred one first
 */
record EmojiTable(Map<String, String> spellings, Map<String, String> byName, Map<String, List<String>> names) {

    static final EmojiTable INSTANCE = read();

    private static EmojiTable read() {
        Map<String, String> spellings = new HashMap<>();
        Map<String, String> byName = new HashMap<>();
        Map<String, List<String>> names = new LinkedHashMap<>();
        try (InputStream file = EmojiTable.class.getResourceAsStream("emoji.tsv")) {
            if (file == null) {
                throw new IllegalStateException("emoji.tsv is missing");
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(columns -> {
                        String emoji = columns[0];
                        List<String> called = columns.length == 1 ? List.of() : List.of(columns[1].split(" "));
                        spellings.put(withoutSelectors(emoji), emoji);
                        names.put(emoji, called);
                        called.forEach(name -> byName.put(name, emoji));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmojiTable(Map.copyOf(spellings), Map.copyOf(byName), Collections.unmodifiableMap(names));
    }

    /** Without U+FE0E and U+FE0F, which choose between a plain and a coloured picture of the same sign. */
    static String withoutSelectors(String emoji) {
        return emoji.replace("\uFE0F", "").replace("\uFE0E", "");
    }
}
