package tidings.tools.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.tools.slack.Losses.Left;
import tidings.tools.slack.SlackExport;
import tidings.tools.slack.TestExport;
import tidings.tools.terminal.Progress;
import tools.jackson.databind.JsonNode;

/** What the kinds of messages of real exports become. */
class SlackMessagesTest {

    @TempDir
    private Path folder = Path.of("");

    private final MemoryCommandSide command = new MemoryCommandSide();

    @AfterEach
    void stop() {
        command.close();
    }

    private ImportReport run(TestExport export) throws IOException {
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            return new SlackImport(read, command.api(), read.sourceKey(), 2).run((phase, steps) -> Progress.muted());
        }
    }

    private ImportReport day(String messages) throws IOException {
        return run(TestExport.ofTwoPeople().file("general/2015-01-31.json", "[" + messages + "]"));
    }

    private List<String> bodies() {
        return command.messages.getOrDefault("id-C1", List.of()).stream()
                .map(message -> message.path("body").asString())
                .toList();
    }

    private JsonNode message(int index) {
        return command.messages.getOrDefault("id-C1", List.of()).get(index);
    }

    @Test
    void readsTextThatIsOnlyInBlocks() throws IOException {
        day("""
                {"type":"message","user":"U1","ts":"1.1","text":"","blocks":[{"type":"rich_text","elements":[
                  {"type":"rich_text_section","elements":[{"type":"text","text":"A < b "},{"type":"user","user_id":"U2"},
                    {"type":"emoji","name":"wave","skin_tone":3},{"type":"text","text":" now","style":{"bold":true}},
                    {"type":"link","url":"https://a.example/?a=1&b=2","text":"page"},{"type":"channel","channel_id":"C1"},
                    {"type":"broadcast","range":"here"}]},
                  {"type":"rich_text_list","style":"ordered","elements":[
                    {"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},
                    {"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},
                  {"type":"rich_text_quote","elements":[{"type":"text","text":"said"}]},
                  {"type":"rich_text_preformatted","elements":[{"type":"text","text":"x :tada: <y>"}]}]}]},
                {"type":"message","subtype":"bot_message","bot_id":"B1","username":"CI","ts":"2.1","text":"Deployed","blocks":[
                  {"type":"header","text":{"type":"plain_text","text":"Deployed <v1>"}},
                  {"type":"section","text":{"type":"mrkdwn","text":"by <@U1>"},"fields":[{"type":"mrkdwn","text":"Env: prod"}]},
                  {"type":"divider"},
                  {"type":"context","elements":[{"type":"image","image_url":"https://i.example/x","alt_text":"logo"},{"type":"mrkdwn","text":"3 min"}]},
                  {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Open"}}]}]},
                {"type":"message","user":"U1","ts":"3.1","text":"typed","blocks":[{"type":"rich_text","elements":[
                  {"type":"rich_text_section","elements":[{"type":"text","text":"typed"}]}]}]}""");

        assertThat(bodies())
                .containsExactly(
                        "A < b @bob👋🏼 *now*[page](https://a.example/?a=1&b=2)#general@here\n1. one\n2. two\n> said\n```\nx :tada: <y>\n```",
                        "Deployed <v1>\nby @ada\nEnv: prod\n[logo](https://i.example/x) 3 min\nOpen",
                        "typed");
    }

    @Test
    void readsAttachmentsOfBotsAndOfSharedMessagesAndCountsPreviews() throws IOException {
        ImportReport report = day("""
                {"type":"message","subtype":"bot_message","username":"Jenkins","ts":"1.1","text":"build",
                 "attachments":[{"fallback":"fb","pretext":"pre","title":"Build 7","title_link":"https://ci.example/7","text":"failed badly",
                  "fields":[{"title":"Env","value":"prod"}],"footer":"ci"}]},
                {"type":"message","user":"U1","ts":"2.1","text":"see <https://n.example>",
                 "attachments":[{"from_url":"https://n.example","title":"News","text":"long"}]},
                {"type":"message","user":"U1","ts":"3.1","text":"",
                 "attachments":[{"is_msg_unfurl":true,"from_url":"https://x.slack.com/p1","author_name":"Bob","text":"what I said"}]},
                {"type":"message","user":"U1","ts":"4.1","text":"colour",
                 "attachments":[{"fallback":"[no preview]","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"in a bar"}}]}]}""");

        assertThat(bodies())
                .containsExactly(
                        "build\npre\n[Build 7](https://ci.example/7)\nfailed badly\nEnv: prod\nci",
                        "see https://n.example",
                        "Bob\nwhat I said",
                        "colour\nin a bar");
        assertThat(report.left()).containsExactly(new Left("attachment", "LINK_PREVIEW", 1));
        assertThat(command.account("bot:Jenkins").path("bot").asBoolean()).isTrue();
    }

    @Test
    void publishesNoKeysOfFiles() throws IOException {
        day("""
                {"type":"message","user":"U1","ts":"1.1","text":"<https://files.slack.com/a?t=xoxe-1-S3CRET&amp;x=1> pub <https://slack-files.com/T1-F1-0123456789>",
                 "files":[{"name":"plan","url_private":"https://files.slack.com/p?t=xoxe-2-S3CRET"},
                          {"name":"b","permalink":"https://files.slack.com/q?pub_secret=abc&y=2"},
                          {"mode":"tombstone"},{"mode":"hidden_by_limit"}],
                 "attachments":[{"text":"xoxe.xoxp-1-S3CRET","image_url":"https://files.slack.com/i.png?t=xoxe-3-S3CRET"}]}""");

        assertThat(bodies().getFirst())
                .doesNotContain("xoxe", "S3CRET", "pub_secret", "0123456789")
                .contains("https://files.slack.com/a?x=1", "[plan](https://files.slack.com/p)")
                .contains("[b](https://files.slack.com/q?y=2)", "[file, deleted]", "[file, hidden by Slack]");
    }

    @Test
    void keepsThreadsWholeAndEditsMarked() throws IOException {
        ImportReport report = day("""
                {"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1.1","thread_ts":"1.1"},
                {"type":"message","user":"U1","ts":"2.1","thread_ts":1.1,"text":"below it"},
                {"type":"message","user":"U1","ts":"3.000000","text":"unmarked root","edited":{"user":"U1","ts":"x"}},
                {"type":"message","subtype":"thread_broadcast","user":"U2","ts":"4.1","thread_ts":"3","text":"to all"},
                {"type":"message","user":"U2","ts":"5.1","thread_ts":"0.5","text":"lost"},
                {"type":"message","subtype":"huddle_thread","user":"U1","ts":"6.1","thread_ts":"6.1","text":""},
                {"type":"message","subtype":"message_changed","ts":"9.1","message":{"type":"message","user":"U1","text":"changed","ts":"7.1"}},
                {"type":"message","subtype":"message_changed","ts":"9.2","message":{"type":"message","user":"U1","text":"newer","ts":"3.000000"}},
                {"type":"message","subtype":"message_deleted","ts":"9.3","deleted_ts":"2.1"}""");

        assertThat(bodies())
                .containsExactly(
                        "This message was deleted.",
                        "below it",
                        "unmarked root",
                        "to all",
                        "lost",
                        "[huddle thread]",
                        "changed");
        assertThat(message(1).path("replyTo").path("clientMessageId").asString())
                .isEqualTo("slack:1.1");
        assertThat(message(2).path("editedAt").asString()).isEqualTo("1970-01-01T00:00:03Z");
        assertThat(message(3).path("replyTo").path("clientMessageId").asString())
                .isEqualTo("slack:3.000000");
        assertThat(message(6).path("editedAt").asString()).isEqualTo("1970-01-01T00:00:09.100Z");
        assertThat(report.left())
                .containsExactly(
                        new Left("message", "SUPERSEDED", 1),
                        new Left("message", "SYSTEM_MESSAGE_DELETED", 1),
                        new Left("thread", "ROOT_MISSING", 1));
    }

    @Test
    void countsReactionsThatCannotBeKeptAndKeepsTheMessage() throws IOException {
        ImportReport report = day("""
                {"type":"message","user":"U1","ts":"1.1","text":"hi","reactions":[
                  {"name":"heart","users":["U1","U2"],"count":7},{"name":"+1","users":["U1"]},{"name":"thumbsup","users":["U1"]},
                  {"name":"no emoji at all","users":["U2"]},{"name":"point_up::skin-tone-4","users":["U3"]}]}""");

        assertThat(message(0).path("reactions").toString())
                .isEqualTo(
                        "[{\"emoji\":\"❤️\",\"authorIds\":[\"id-U1\",\"id-U2\"]},"
                                + "{\"emoji\":\"👍\",\"authorIds\":[\"id-U1\"]},{\"emoji\":\"☝🏽\",\"authorIds\":[\"id-U3\"]}]");
        assertThat(report.left())
                .containsExactly(
                        new Left("reaction", "NO_EMOJI", 1),
                        new Left("reaction", "PERSON_NOT_NAMED", 5),
                        new Left("reaction", "REPEATED", 1));
        assertThat(report.reactions()).isEqualTo(4);
    }

    @Test
    void makesTheAccountsOfADayInOneCall() throws IOException {
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            people.append(i == 0 ? "" : ",").append("\"UX").append(i).append('"');
        }
        day(
                "{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1.1\",\"text\":\"hi\",\"reactions\":[{\"name\":\"+1\",\"users\":["
                        + people + "]}]}");

        assertThat(command.accountCalls.get()).isEqualTo(2);
        assertThat(message(0).path("reactions").path(0).path("authorIds").size())
                .isEqualTo(200);
    }

    @Test
    void joinsTwoConversationsOfOnePairAndArchivesWhatWasArchived() throws IOException {
        command.oneId.put("D2", "id-D1");
        ImportReport report = run(TestExport.ofTwoPeople()
                .file("groups.json", "[{\"id\":\"G1\",\"name\":\"old\",\"creator\":\"U1\",\"is_archived\":true}]")
                .file(
                        "dms.json",
                        "[{\"id\":\"D1\",\"members\":[\"U1\",\"U2\"]},{\"id\":\"D2\",\"members\":[\"U2\",\"U1\"]}]")
                .file(
                        "D1/2015-01-31.json",
                        "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1.1\",\"text\":\"first\"}]")
                .file(
                        "D2/2015-01-30.json",
                        "[{\"type\":\"message\",\"user\":\"U2\",\"ts\":\"0.1\",\"text\":\"before\"}]")
                .file(
                        "D2/2015-01-31.json",
                        "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1.1\",\"text\":\"first\"}]"));

        assertThat(command.messages.get("id-D1"))
                .extracting(message -> message.path("body").asString())
                .containsExactly("before", "first");
        assertThat(report.left()).containsExactly(new Left("message", "REPEATED", 1));
        assertThat(report.channels()).isEqualTo(new ImportReport.Counts(3, 0)); // general, old, and one of the pair
        assertThat(command.channel("G1").path("archived").asBoolean()).isTrue();
    }

    @Test
    void namesChannelsAsTheyAreCalledHere() throws IOException {
        command.renamed.put("C1", "general-2");
        day("{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1.1\",\"text\":\"<#C1|general> <#C1> <#C9|gone>\"}");

        assertThat(bodies()).containsExactly("#general-2 #general-2 #gone");
    }
}
