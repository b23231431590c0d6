package tidings.tools.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            assertThat(read.messages("general/2015-01-31.json"))
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
        assertThatThrownBy(() -> SlackExport.open(text)).isInstanceOf(UnreadableExport.class);
        assertThatThrownBy(() -> SlackExport.open(folder.resolve("missing.zip")))
                .isInstanceOf(UnreadableExport.class);
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
                    .isInstanceOf(UnreadableExport.class)
                    .hasMessageContaining("more than 10000 bytes");
        }
    }
}
