package tidings.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.system.client.Account;
import tidings.system.history.LoggedEvent;
import tidings.system.stage.Program;
import tidings.system.stage.Stage;
import tools.jackson.databind.JsonNode;

class ImportIT {

    private final Stage stage = Stage.shared();

    @Test
    void anExportIsTakenOverOnceHoweverOftenItIsImported(@TempDir Path folder) throws Exception {
        Path zip = folder.resolve("export.zip");
        SlackExport.write(zip);
        importing(zip);
        List<LoggedEvent> log = stage.log().all();
        Account reader = stage.newcomer("reader");
        await().untilAsserted(() -> {
            assertThat(count(reader, "harbour")).isEqualTo(SlackExport.MESSAGES_IN_HARBOUR);
            assertThat(count(reader, "galley")).isEqualTo(SlackExport.MESSAGES_IN_GALLEY);
        });
        assertThat(authorOfTheNewest(reader, "harbour")).isEqualTo("nemo");

        importing(zip);
        assertThat(stage.log().all().stream().filter(event -> event.type().equals("MessageImported")))
                .hasSize(SlackExport.MESSAGES_IN_HARBOUR + SlackExport.MESSAGES_IN_GALLEY)
                .containsExactlyElementsOf(log.stream()
                        .filter(event -> event.type().equals("MessageImported"))
                        .toList());
    }

    private void importing(Path zip) {
        Program tools = Program.eventTools(stage.data(), "import", "slack", zip.toString());
        assertThat(tools.exitCode()).as(tools.output()).isZero();
    }

    private static int count(Account reader, String channel) {
        return reader.query("query($n: String) { channel(name: $n) { messageCount } }", Map.of("n", channel))
                .path("channel")
                .path("messageCount")
                .asInt(-1);
    }

    private static String authorOfTheNewest(Account reader, String channel) {
        String query = "query($n: String) { channel(name: $n) {"
                + " messages(last: 1) { edges { node { author { username } createdAt } } } } }";
        JsonNode newest = reader.query(query, Map.of("n", channel))
                .path("channel")
                .path("messages")
                .path("edges")
                .get(0)
                .path("node");
        assertThat(newest.path("createdAt").asString()).startsWith("2020-01-02T");
        return newest.path("author").path("username").asString();
    }
}
