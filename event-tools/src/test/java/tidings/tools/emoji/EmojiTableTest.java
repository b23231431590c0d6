package tidings.tools.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;
import net.fellbaum.jemoji.Qualification;
import org.junit.jupiter.api.Test;

/**
 * The table in the events module is what jemoji knows: run with {@code -Dtidings.emoji.write=true} after an update of
 * jemoji to write it anew.
 */
class EmojiTableTest {

    private static final Path TABLE = Path.of("../events/src/main/resources/tidings/events/emoji/emoji.tsv");
    private static final Pattern NAME = Pattern.compile(":([\\p{L}\\p{N}_+'&.-]+):");
    private static final Map<String, List<String>> FURTHER =
            Map.of("🙂", List.of("simple_smile")); // Slack's until 2017

    @Test
    void isWhatTheLibraryKnows() throws IOException {
        List<String> lines = lines();
        if (Boolean.getBoolean("tidings.emoji.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, lines);
        }
        assertThat(Files.readAllLines(TABLE)).isEqualTo(lines);
    }

    /** A name means one emoji: Slack's meaning goes before GitHub's, and that before Discord's. */
    private static List<String> lines() {
        List<Emoji> emoji = EmojiManager.getAllEmojis().stream()
                .filter(e -> e.getQualification() == Qualification.FULLY_QUALIFIED
                        || e.getQualification() == Qualification.COMPONENT)
                .sorted(Comparator.comparing(Emoji::getEmoji))
                .toList();
        Map<String, List<String>> names = new LinkedHashMap<>();
        emoji.forEach(e -> names.put(e.getEmoji(), new ArrayList<>()));
        Set<String> taken = new HashSet<>();
        give(emoji, Emoji::getSlackAliases, names, taken);
        FURTHER.forEach(
                (key, further) -> names.getOrDefault(key, new ArrayList<>()).addAll(further));
        give(emoji, Emoji::getGithubAliases, names, taken);
        give(emoji, Emoji::getDiscordAliases, names, taken);
        List<String> lines = new ArrayList<>();
        names.forEach((key, called) -> lines.add(called.isEmpty() ? key : key + "\t" + String.join(" ", called)));
        return lines;
    }

    private static void give(
            List<Emoji> emoji,
            Function<Emoji, Collection<String>> aliases,
            Map<String, List<String>> names,
            Set<String> taken) {
        for (Emoji one : emoji) {
            aliases.apply(one).stream()
                    .map(NAME::matcher)
                    .filter(name -> name.matches() && !name.group(1).matches(".*_tone[1-5].*"))
                    .map(name -> name.group(1))
                    .filter(taken::add)
                    .forEach(name ->
                            Objects.requireNonNull(names.get(one.getEmoji())).add(name));
        }
    }
}
