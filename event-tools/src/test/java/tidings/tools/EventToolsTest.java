package tidings.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.tools.slack.TestExport;

class EventToolsTest {

    private static final String CHANNEL = "01900000-0000-7000-8000-000000000001";
    private static final String OTHER = "01900000-0000-7000-8000-000000000002";
    private static final String MESSAGE = "01900000-0000-7000-8000-0000000000f1";
    private static final String EVENT = """
            {"index":%d,"stream":"Channel","streamId":"%s","seq":%d,"at":"2026-11-24T06:00:00Z","actorId":null,"type":"%s","revision":1,"data":%s}""";

    @TempDir
    private Path data = Path.of("");

    @TempDir
    private Path elsewhere = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private @Nullable StandInInstance running;

    @BeforeEach
    void start() throws IOException {
        running = new StandInInstance(data);
        event(CHANNEL, 0, "ChannelOpened", "{\"name\":\"a\",\"topic\":null,\"visibility\":\"PUBLIC\"}");
        event(OTHER, 0, "ChannelOpened", "{\"name\":\"b\",\"topic\":null,\"visibility\":\"PUBLIC\"}");
        event(
                CHANNEL,
                1,
                "MessagePosted",
                "{\"messageId\":\"%s\",\"clientMessageId\":\"1\",\"body\":\"日本\",\"replyTo\":null}".formatted(MESSAGE));
        event(CHANNEL, 2, "MessageDeleted", "{\"messageId\":\"%s\"}".formatted(MESSAGE));
    }

    @AfterEach
    void stop() {
        instance().close();
    }

    private StandInInstance instance() {
        return Objects.requireNonNull(running);
    }

    private void event(String stream, int seq, String type, String body) {
        instance().log.add(EVENT.formatted(instance().log.size(), stream, seq, type, body));
        instance().seen(stream, seq, type, body);
    }

    private void forge(int index, String was, String is) {
        String line = instance().log.get(index);
        assertThat(line).contains(was);
        instance().log.set(index, line.replace(was, is));
    }

    private int run(String... arguments) {
        return EventTools.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int onInstance(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return run(all);
    }

    @Test
    void tellsBadUsage() {
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("import")).isEqualTo(2);
        assertThat(onInstance("import", "slack", "x.zip", "--parallel", "0")).isEqualTo(2);
        assertThat(onInstance("inspect", "stream", "no-id")).isEqualTo(2);
    }

    @Test
    void tellsThatNoInstanceIsUp() {
        assertThat(run("replay", "--data", elsewhere.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("./tidings up");
    }

    @Test
    void tellsThatAFileIsNoExport() throws IOException {
        Path file = Files.writeString(elsewhere.resolve("x.zip"), "no zip");
        assertThat(onInstance("import", "slack", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("not a zip archive");
    }

    @Test
    void tellsThatTheCommandSideDoesNotKnowACall() {
        Path file = TestExport.ofTwoPeople().in(elsewhere);
        assertThat(onInstance("import", "slack", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("refused with 404");
    }

    @Test
    void verifiesTheLog() {
        assertThat(onInstance("verify")).isZero();
        assertThat(out.toString()).contains("4 events in 2 streams, 1 messages, 4 compared with the views: all well");
        event(OTHER, 7, "MessageDeleted", "{\"messageId\":\"%s\"}".formatted(MESSAGE));
        assertThat(onInstance("verify", "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"wrong\":2");
    }

    @Test
    void findsWhatWasForgedInTheLog() {
        event(
                CHANNEL,
                3,
                "MessagePosted",
                "{\"messageId\":\"%s\",\"clientMessageId\":\"2\",\"body\":\"b\",\"replyTo\":null}".formatted(OTHER));
        forge(2, "日本", "forged");
        forge(3, "\"actorId\":null", "\"actorId\":\"" + OTHER + "\"");
        forge(4, "06:00:00Z", "06:00:01Z");

        assertThat(onInstance("verify")).isEqualTo(1);
        assertThat(out.toString())
                .contains("index 2, Channel " + CHANNEL + " seq 1, MessagePosted: not as the views have seen it: body")
                .contains("seq 2, MessageDeleted: not as the views have seen it: author")
                .contains("seq 3, MessagePosted: not as the views have seen it: time")
                .contains("3 WRONG");
        assertThat(onInstance("verify", "--no-views")).isZero();
    }

    @Test
    void verifiesOneChannelByItsNameOrId() {
        forge(1, "06:00:00Z", "06:00:01Z");
        assertThat(onInstance("verify", "--channel", "#a")).isZero();
        assertThat(out.toString()).contains("3 events in 1 streams, 1 messages, 3 compared with the views: all well");
        assertThat(onInstance("verify", "--channel", OTHER)).isEqualTo(1);
        assertThat(onInstance("verify", "--channel", "nobody")).isEqualTo(1);
        assertThat(onInstance("verify", "--channel", MESSAGE)).isEqualTo(1);
        assertThat(err.toString()).contains("no channel is named nobody").contains("no channel has the id " + MESSAGE);
    }

    @Test
    void findsEventsCutFromTheEndAndChannelsThatAreGone() {
        event(OTHER, 1, "MemberJoined", "{\"memberId\":\"%s\",\"role\":\"OWNER\"}".formatted(OTHER));
        String rest = instance().log.get(1).replace("\"index\":1", "\"index\":0");
        instance().log.clear();
        instance().log.add(rest);

        assertThat(onInstance("verify")).isEqualTo(1);
        assertThat(out.toString())
                .contains("Channel " + CHANNEL + " seq 0: the views have seen events up to 2, the log has none")
                .contains("Channel " + OTHER + " seq 1: the views have seen events up to 1, the log ends at 0")
                .contains("2 WRONG");
    }

    @Test
    void damagedEventsAreFindingsAndNoCrash() {
        forge(2, "{\"messageId\":", "{\u0000\n");
        forge(3, "\"data\":{", "\"data\":[");

        assertThat(onInstance("verify")).isEqualTo(1);
        assertThat(out.toString())
                .contains("index 2, Channel " + CHANNEL + " seq 1, MessagePosted: it cannot be read")
                .contains("index 3, Channel " + CHANNEL + " seq 2, MessageDeleted: it cannot be read");
        assertThat(err.toString()).doesNotContain("Exception");
    }

    @Test
    void waitsAtAnEventThatIsStillBeingRecorded() {
        instance().openHoleAt = 3;
        instance().holeClosesAfter = 4;

        assertThat(onInstance("verify", "--no-views")).isZero();
        assertThat(out.toString()).contains("4 events");
        assertThat(instance().pages.get()).isLessThan(12);
    }

    @Test
    void namesAFileThatCannotBeWrittenInOneLine() {
        assertThat(onInstance("export", "--out", "/nonexistent/x")).isEqualTo(1);
        assertThat(err.toString()).contains("/nonexistent/x").hasLineCount(1);
    }

    @Test
    void blamesNoOptionThatNobodyTyped() {
        assertThat(run("import")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("--data");
    }

    @Test
    void exportsTheLogOrAChannel() throws IOException {
        Path file = elsewhere.resolve("log.ndjson");
        assertThat(onInstance("export", "--out", file.toString())).isZero();
        assertThat(Files.readAllLines(file)).isEqualTo(instance().log);
        assertThat(onInstance("export", "--channel", CHANNEL)).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains(CHANNEL)))
                .hasSize(3);
        assertThat(out.toString()).contains("日本").doesNotContain(OTHER);
    }

    @Test
    void showsTheStoryOfAMessage() {
        assertThat(onInstance("inspect", "message", MESSAGE)).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("MessagePosted").contains("MessageDeleted");
        assertThat(onInstance("inspect", "message", OTHER)).isEqualTo(1);
    }

    @Test
    void showsTheLastEventsOfAStream() {
        assertThat(onInstance("inspect", "stream", CHANNEL, "--last", "2")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("MessageDeleted").doesNotContain("ChannelOpened");
    }

    @Test
    void looksBackAtAChannel() {
        event(CHANNEL, 3, "ChannelRenamed", "{\"name\":\"renamed\"}");
        assertThat(onInstance("as-of", CHANNEL, "--seq", "1")).isZero();
        assertThat(out.toString()).contains("#a (PUBLIC) after event 1", "0 members, 1 messages", "日本");
        assertThat(onInstance("as-of", CHANNEL, "--at", "2026-11-24T06:00:00Z", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"seq\":3", "\"name\":\"renamed\"", "\"messages\":[]");
        assertThat(onInstance("as-of", CHANNEL, "--at", "2026-11-24T05:59:59.999Z"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there was no channel " + CHANNEL);
        assertThat(onInstance("as-of", CHANNEL)).isEqualTo(2);
        assertThat(onInstance("as-of", CHANNEL, "--at", "noon")).isEqualTo(2);
        assertThat(onInstance("as-of", CHANNEL, "--at", "2026-11-24T06:00:00Z", "--seq", "1"))
                .isEqualTo(2);
    }

    @Test
    void replaysAndTellsTheDigests() {
        assertThat(onInstance("replay")).isZero();
        assertThat(out.toString()).contains("message").contains("aa  same").contains("Replayed 10 events");
    }

    @Test
    void tellsThatAReplayFailed() {
        instance().replayEnds =
                "{\"id\":\"r1\",\"state\":\"FAILED\",\"events\":7,\"total\":10,\"parked\":0,\"message\":\"the disk is full\"}";
        assertThat(onInstance("replay")).isEqualTo(1);
        assertThat(out.toString()).contains("FAILED after 7 events: the disk is full");
    }

    @Test
    void findsAReplayAgainAndEndsIt() {
        assertThat(onInstance("replay", "status")).isZero();
        assertThat(out.toString()).contains("Running: 5 events of 10");
        assertThat(onInstance("replay", "attach")).isZero();
        assertThat(out.toString()).contains("Replayed 10 events");
        assertThat(onInstance("replay", "cancel")).isZero();
        assertThat(out.toString()).contains("Replay r1 stops");
    }

    @Test
    void listsWhatIsParkedAndHasItTriedAgain() {
        assertThat(onInstance("dead-letters")).isEqualTo(1);
        assertThat(out.toString()).contains("s1  stopped at seq 7, 3 parked: refused");
        assertThat(onInstance("parked", "retry")).isZero();
        assertThat(out.toString()).contains("s1  3 applied, 0 still parked");
        assertThat(onInstance("parked", "list")).isZero();
        assertThat(out.toString()).contains("No event is parked.");
    }
}
