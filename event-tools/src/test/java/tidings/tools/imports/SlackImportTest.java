package tidings.tools.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.tools.slack.Losses.Left;
import tidings.tools.slack.TestExport;
import tools.jackson.databind.JsonNode;

class SlackImportTest {

    private static final String DAY = "general/2015-01-31.json";

    @TempDir
    private Path folder = Path.of("");

    private final MemoryCommandSide command = new MemoryCommandSide();

    @AfterEach
    void stop() {
        command.close();
    }

    private ImportReport run(TestExport export) throws IOException {
        return TestImport.run(export, folder, command);
    }

    private List<JsonNode> general() {
        return command.messages.getOrDefault("id-C1", List.of());
    }

    @Test
    void takesOverPeopleAndChannelsWithTheCreatorAsOwner() throws IOException {
        ImportReport report = run(TestExport.ofTwoPeople());
        assertThat(command.account("U1").toString())
                .isEqualTo("{\"sourceId\":\"U1\",\"username\":\"ada\",\"displayName\":\"Ada L.\",\"bot\":false}");
        assertThat(command.channel("C1").toString())
                .isEqualTo("{\"sourceId\":\"C1\",\"name\":\"general\",\"topic\":\"Talk & more\",\"description\":null,"
                        + "\"visibility\":\"PUBLIC\",\"memberIds\":[\"id-U2\",\"id-U1\"],\"archived\":false}");
        assertThat(report.accounts()).isEqualTo(new ImportReport.Counts(2, 0));
        assertThat(report.channels()).isEqualTo(new ImportReport.Counts(1, 0));
    }

    @Test
    void takesThePurposeAsTheDescriptionWhereThereIsATopicToo() throws IOException {
        ImportReport report = run(TestExport.ofTwoPeople().file("channels.json", """
                [{"id":"C1","name":"general","creator":"U2","topic":{"value":"Now"},"purpose":{"value":"Talk &amp;\nmore, <@U1>"}},
                 {"id":"C2","name":"long","creator":"U2","topic":{"value":"%s"},"purpose":{"value":"p"}}]""".formatted("t".repeat(251))));
        assertThat(command.channel("C1").path("topic").asString()).isEqualTo("Now");
        assertThat(command.channel("C1").path("description").asString()).isEqualTo("Talk &\nmore, @ada");
        assertThat(command.channel("C2").path("topic").asString()).hasSize(250);
        assertThat(report.left()).contains(new Left("topic", "SHORTENED", 1));
    }

    @Test
    void takesOverMessagesWithTheirFacts() throws IOException {
        run(TestExport.ofTwoPeople().file(DAY, """
                [{"type":"message","user":"U1","ts":"1422700000.000100","thread_ts":"1422700000.000100","text":"Hi <@U2>"},
                 {"type":"message","user":"U2","ts":"1422700001.000100","thread_ts":"1422700000.000100","text":"Hey",
                  "edited":{"user":"U2","ts":"1422700009.000000"},
                  "reactions":[{"name":"+1","users":["U1"]},{"name":"thumbsup","users":["U1","U2"]}]}]"""));
        assertThat(general()).hasSize(2);
        assertThat(general().get(0).toString())
                .isEqualTo("{\"clientMessageId\":\"slack:1422700000.000100\",\"authorId\":\"id-U1\","
                        + "\"writtenAt\":\"2015-01-31T10:26:40Z\",\"editedAt\":null,\"body\":\"Hi @bob\","
                        + "\"replyTo\":null,\"reactions\":[]}");
        assertThat(general().get(1).path("editedAt").asString()).isEqualTo("2015-01-31T10:26:49Z");
        assertThat(general().get(1).path("replyTo").toString())
                .isEqualTo("{\"authorId\":\"id-U1\",\"clientMessageId\":\"slack:1422700000.000100\"}");
        assertThat(general().get(1).path("reactions").toString())
                .isEqualTo("[{\"emoji\":\"👍\",\"authorIds\":[\"id-U1\",\"id-U2\"]}]");
    }

    @Test
    void keepsBotsFilesAndUnknownKindsAndLeavesSystemMessagesOut() throws IOException {
        ImportReport report = run(TestExport.ofTwoPeople().file(DAY, """
                [{"type":"message","subtype":"channel_join","user":"U1","ts":"1.1","text":"joined"},
                 {"type":"message","subtype":"bot_message","bot_id":"B1","username":"Build Bot","ts":"2.1","text":"",
                  "attachments":[{"fallback":"build failed"}]},
                 {"type":"message","subtype":"me_message","user":"U1","ts":"3.1","text":"waves"},
                 {"type":"message","user":"U1","ts":"4.1","text":"look",
                  "files":[{"title":"plan.pdf","permalink":"https://x.example/plan.pdf"}]},
                 {"type":"message","subtype":"something_new","user":"U9","ts":"5.1","text":""}]"""));
        assertThat(general())
                .extracting(message -> message.path("body").asString())
                .containsExactly("build failed", "waves", "look\n[plan.pdf](https://x.example/plan.pdf)", "");
        assertThat(command.account("B1").path("username").asString()).isEqualTo("Build-Bot");
        assertThat(command.account("B1").path("bot").asBoolean()).isTrue();
        assertThat(report.left())
                .containsExactly(new Left("file", "NOT_COPIED", 1), new Left("message", "SYSTEM_CHANNEL_JOIN", 1));
        assertThat(report.notes()).containsOnly(Map.entry("messages without text", 1));
    }

    @Test
    void tellsMessagesOfTheSameTimeApartAndDropsRepeats() throws IOException {
        TestExport export = TestExport.ofTwoPeople().file(DAY, """
                [{"type":"message","user":"U1","ts":"1.1","text":"one"},
                 {"type":"message","user":"U1","ts":"1.1","text":"two"},
                 {"type":"message","user":"U1","ts":"1.1","text":"one"}]""");
        ImportReport first = run(export);
        ImportReport again = run(export);
        assertThat(general())
                .extracting(message -> message.path("clientMessageId").asString())
                .containsExactly("slack:1.1", "slack:1.1#2");
        assertThat(first.left()).containsExactly(new Left("message", "REPEATED", 1));
        assertThat(again.messages()).isEqualTo(new ImportReport.Counts(0, 2));
    }

    @Test
    void tellsWhatCouldNotBeImportedAndWhy() throws IOException {
        ImportReport report = run(TestExport.ofTwoPeople()
                .file(DAY, """
                        [{"type":"message","ts":"1.1","text":"from nobody"},
                         {"type":"message","user":"U1","ts":"2.1","text":"%s"},
                         {"type":"message","user":"U1","ts":"3.1","text":"refuse this"}]""".formatted("x".repeat(16_385)))
                .file("general/2015-02-01.json", "[{\"type\":")
                .file("lost/2015-01-31.json", "[]"));
        assertThat(report.left())
                .containsExactly(
                        new Left("channel", "NOT_LISTED", 1),
                        new Left("day", "NO_CHANNEL", 1),
                        new Left("day", "UNREADABLE", 1),
                        new Left("message", "BAD_FRAME", 1),
                        new Left("message", "NO_AUTHOR", 1),
                        new Left("message", "TOO_LARGE", 1));
        assertThat(report.messages()).isEqualTo(new ImportReport.Counts(0, 0));
        assertThat(report.total()).isEqualTo(report.kept() + 6).isEqualTo(9);
        assertThat(report.text()).contains("general 3.1: BAD_FRAME, not that word");
    }

    @Test
    void makesUsernamesAndChannelNamesValid() throws IOException {
        run(new TestExport()
                .file("users.json", """
                        [{"id":"U","name":""},{"id":"U2","name":"removed~zoë"},{"id":"U3","name":"%s"}]""".formatted("n".repeat(50)))
                .file("channels.json", "[{\"id\":\"C1\",\"name\":\"Ärger & Co\",\"creator\":\"U\"}]"));
        assertThat(command.accounts.values())
                .extracting(account -> account.path("username").asString())
                .containsExactly("slack-u", "removed-zoe", "n".repeat(40));
        assertThat(command.channel("C1").path("name").asString()).isEqualTo("ärger-co");
    }
}
