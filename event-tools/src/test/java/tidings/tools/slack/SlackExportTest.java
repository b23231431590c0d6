package tidings.tools.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackExportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsPeopleAndChannels() throws IOException {
        try (SlackExport export = SlackExport.open(TestExport.ofTwoPeople().in(folder))) {
            assertThat(export.users())
                    .containsExactly(
                            new SlackUser("U1", "ada", "Ada L.", false, "T1"),
                            new SlackUser("U2", "bob", "Bob", true, "T1"));
            assertThat(export.channels())
                    .containsExactly(new SlackChannel(
                            "C1",
                            SlackChannel.Kind.PUBLIC,
                            "general",
                            "general",
                            "Talk &amp; more",
                            "",
                            "U2",
                            1_400_000_000L,
                            false,
                            List.of("U1", "U2")));
            assertThat(export.sourceKey()).isEqualTo("slack:T1");
        }
    }

    @Test
    void readsPrivateAndDirectConversations() throws IOException {
        TestExport export = TestExport.ofTwoPeople()
                .file("groups.json", "[{\"id\":\"G1\",\"name\":\"board\",\"creator\":\"U1\",\"members\":[\"U1\"]}]")
                .file("dms.json", "[{\"id\":\"D1\",\"members\":[\"U1\",\"U2\"]}]");
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            assertThat(read.channels())
                    .extracting(SlackChannel::kind, SlackChannel::name, SlackChannel::folder)
                    .containsExactly(
                            tuple(SlackChannel.Kind.PUBLIC, "general", "general"),
                            tuple(SlackChannel.Kind.PRIVATE, "board", "board"),
                            tuple(SlackChannel.Kind.DIRECT, "", "D1"));
        }
    }

    @Test
    void givesDaysAndTheirMessagesInTimeOrder() throws IOException {
        TestExport export = TestExport.ofTwoPeople()
                .file("general/2015-02-01.json", "[]")
                .file("general/2015-01-31.json", """
                        [{"type":"message","user":"U1","ts":"1422700000.000200","text":"second"},
                         {"type":"message","user":"U2","ts":"1422700000.0001","text":"first"}]""")
                .file("general/notes.txt", "no day file");
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            SlackChannel general = read.channels().getFirst();
            assertThat(read.days(general)).containsExactly("general/2015-01-31.json", "general/2015-02-01.json");
            assertThat(read.messages("general/2015-01-31.json").messages())
                    .extracting(SlackMessage::text)
                    .containsExactly("first", "second");
        }
    }

    @Test
    void looksIntoTheOneFolderThatSomeToolsPackEverythingIn() throws IOException {
        TestExport export = new TestExport()
                .file("My export/users.json", "[]")
                .file("My export/channels.json", "[{\"id\":\"C1\",\"name\":\"a\"}]")
                .file("My export/a/2015-01-31.json", "[]");
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            assertThat(read.days(read.channels().getFirst())).containsExactly("a/2015-01-31.json");
        }
    }

    @Test
    void tellsFoldersThatBelongToNoChannel() throws IOException {
        TestExport export = TestExport.ofTwoPeople().file("lost/2015-01-31.json", "[]");
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            assertThat(read.strayFolders()).containsExactly("lost");
        }
    }

    @Test
    void keepsTheSourceKeyFromOneExportToTheNext() throws IOException {
        String channels = "[{\"id\":\"C2\",\"created\":2},{\"id\":\"C1\",\"created\":1}";
        String first = keyOf(new TestExport().file("users.json", "[]").file("channels.json", channels + "]"));
        String later = keyOf(new TestExport()
                .file("users.json", "[{\"id\":\"U9\"}]")
                .file("channels.json", channels + ",{\"id\":\"C3\",\"created\":3}]"));
        assertThat(later).isEqualTo(first).startsWith("slack:");
    }

    private String keyOf(TestExport export) throws IOException {
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            return read.sourceKey();
        }
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "hello");
        assertThatThrownBy(() -> SlackExport.open(text)).isInstanceOf(UnreadableExportException.class);
        assertThatThrownBy(() -> SlackExport.open(folder.resolve("missing.zip")))
                .isInstanceOf(UnreadableExportException.class);
        Path other = new TestExport().file("readme.txt", "hello").in(folder);
        assertThatThrownBy(() -> SlackExport.open(other)).hasMessageContaining("channels.json");
        Path broken = TestExport.ofTwoPeople().file("users.json", "[{\"id\":").in(folder);
        assertThatThrownBy(() -> SlackExport.open(broken)).hasMessageContaining("users.json is not valid JSON");
    }

    @Test
    void refusesNamesThatClimbOutOfTheArchive() {
        for (String name : List.of("../evil.json", "/etc/evil.json", "a/../../evil.json", "a\\evil.json")) {
            Path file = TestExport.ofTwoPeople().file(name, "[]").in(folder);
            assertThatThrownBy(() -> SlackExport.open(file)).as(name).hasMessageContaining("unsafe name");
        }
    }

    @Test
    void refusesEntriesThatUnpackToMoreThanTheLimit() throws IOException {
        Path bomb = TestExport.ofTwoPeople()
                .file("general/2015-01-31.json", "[" + " ".repeat(100_000) + "]")
                .in(folder);
        try (SlackExport export = SlackExport.open(bomb, 10_000)) {
            assertThatThrownBy(() -> export.messages("general/2015-01-31.json"))
                    .isInstanceOf(UnreadableExportException.class)
                    .hasMessageContaining("more than 10000 bytes");
        }
    }

    @Test
    void readsWhatOtherProgramsWrite() throws IOException {
        TestExport export = TestExport.ofTwoPeople()
                .bytes(
                        "general/2015-01-31.json",
                        "\uFEFF[{\"type\":\"message\",\"user\":\"U1\",\"ts\":1422700000,\"text\":\"a\"}]"
                                .getBytes(StandardCharsets.UTF_8))
                .bytes(
                        "general/2015-02-01.json",
                        "\uFEFF[{\"type\":\"message\",\"user\":\"U1\",\"ts\":1.4227E9,\"text\":\"b\"}]"
                                .getBytes(StandardCharsets.UTF_16LE))
                .bytes(
                        "general/2015-2-2.json",
                        "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1422700001\",\"text\":\"c\u00e4\"},]"
                                .getBytes(StandardCharsets.ISO_8859_1))
                .file(
                        "general/2015-02-03.json",
                        "[null,3,\"x\",{\"type\":\"message\",\"text\":\"kept\",\"user\":\"U1\"},{cut");
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            List<String> days = read.days(read.channels().getFirst());
            assertThat(days).hasSize(4);
            List<SlackMessage> messages = new ArrayList<>();
            for (String day : days) {
                messages.addAll(read.messages(day).messages());
            }
            assertThat(messages)
                    .extracting(SlackMessage::text, SlackMessage::ts, SlackMessage::timed)
                    .containsExactly(
                            tuple("a", "1422700000", true),
                            tuple("b", "1422700000.000000", true),
                            tuple("c\uFFFD", "1422700001", true),
                            tuple("kept", "1422921600.000000", false));
            SlackDay last = read.messages(days.getLast());
            assertThat(last.strange()).isEqualTo(3);
            assertThat(last.broken()).contains("2015-02-03.json is not valid JSON");
        }
    }

    @Test
    void countsWhatOfTheListsCannotBeKept() throws IOException {
        TestExport export = new TestExport()
                .file(
                        "users.json",
                        "[null,{\"id\":\"U1\",\"name\":\"a\"},{\"id\":\"U1\",\"name\":\"b\"},{\"name\":\"c\"}]")
                .file(
                        "channels.json",
                        "[{\"name\":\"noid\"},{\"id\":\"C2\",\"name\":\"a/b\",\"pins\":[{\"id\":\"1.1\"}],\"topic\":{\"value\":\"t\"},\"purpose\":{\"value\":\"p\"}},{}]")
                .file("canvases.json", "[{\"id\":\"F1\"}]")
                .file("integration_logs.json", "[]")
                .file("noid/2015-01-31.json", "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1.1\",\"text\":\"x\"}]")
                .file("C2/2015-01-31.json", "[]")
                .file("C2/notes.txt", "hello");
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            assertThat(read.channels())
                    .extracting(SlackChannel::id, SlackChannel::folder, SlackChannel::members)
                    .containsExactly(tuple("name:noid", "noid", List.of("U1")), tuple("C2", "C2", List.of("U1")));
            assertThat(read.channels())
                    .extracting(SlackChannel::topic, SlackChannel::description)
                    .containsExactly(tuple("", ""), tuple("t", "p"));
            assertThat(read.left())
                    .containsExactlyInAnyOrder(
                            new Losses.Left("account", "NO_OBJECT", 1),
                            new Losses.Left("account", "REPEATED", 1),
                            new Losses.Left("account", "NO_ID", 1),
                            new Losses.Left("channel", "NO_ID", 1),
                            new Losses.Left("pin", "NOT_SUPPORTED", 1),
                            new Losses.Left("entry", "NOT_SUPPORTED canvases.json", 1),
                            new Losses.Left("entry", "NOT_SUPPORTED", 1));
        }
    }
}
