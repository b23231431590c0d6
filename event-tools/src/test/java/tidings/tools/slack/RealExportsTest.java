package tidings.tools.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads real exports, where they are at hand. */
class RealExportsTest {

    @Test
    void findsEveryMessageOfTheVolumeSet() throws IOException {
        Path folder = RealData.present("fcc-gitter");
        JsonNode expected = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("EXPECTED.json")));
        Map<String, Integer> found = new TreeMap<>();
        Map<String, Integer> wanted = new TreeMap<>();
        expected.path("per_channel")
                .properties()
                .forEach(entry -> wanted.put(entry.getKey(), entry.getValue().asInt()));
        try (SlackExport export = SlackExport.open(folder.resolve("fcc-gitter-slack-export.zip"))) {
            for (SlackChannel channel : export.channels()) {
                for (String day : export.days(channel)) {
                    found.merge(channel.name(), export.messages(day).messages().size(), Integer::sum);
                }
            }
            assertThat(export.users()).hasSize(expected.path("users").asInt());
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void readsAGenuineExport() throws IOException {
        Path folder = RealData.present("houston-slack");
        int messages = 0;
        int reactions = 0;
        int withoutAuthor = 0;
        try (SlackExport export = SlackExport.open(folder.resolve("houston-slack.zip"))) {
            for (SlackChannel channel : export.channels()) {
                for (String day : export.days(channel)) {
                    for (SlackMessage message : export.messages(day).messages()) {
                        messages++;
                        reactions += message.reactions().stream()
                                .mapToInt(reaction -> reaction.users().size())
                                .sum();
                        withoutAuthor += message.author() == null ? 1 : 0;
                    }
                }
            }
            assertThat(export.sourceKey()).isEqualTo("slack:T061A2UFL");
        }
        assertThat(messages).isEqualTo(1_382);
        assertThat(reactions).isEqualTo(199);
        assertThat(withoutAuthor).isZero();
    }
}
