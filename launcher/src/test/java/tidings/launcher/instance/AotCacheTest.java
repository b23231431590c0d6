package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.launcher.process.ProcessSpec;

class AotCacheTest {
    private static final List<String> OPTIONS = List.of("-Xmx64m");

    @TempDir
    Path programs = Path.of("");

    private final List<String> journal = new ArrayList<>();
    private AotCaching caching = new AotCaching(journal::add);
    private AotCache cache = new AotCache(programs, OPTIONS);

    @BeforeEach
    void recorded() throws IOException {
        caching = new AotCaching(journal::add);
        journal.clear();
        cache = new AotCache(programs, OPTIONS);
        Files.writeString(recording(), "of a life");
    }

    @Test
    void fitsOneSetOfOptions() {
        assertThat(new AotCache(programs, OPTIONS)).isEqualTo(cache);
        assertThat(new AotCache(programs, List.of("-Xmx65m")).file()).isNotEqualTo(cache.file());
    }

    @Test
    void leavesTheFieldToWhatAnOperatorSets() {
        assertThat(cache.isPossible()).isTrue();
        for (String option : List.of("-XX:AOTMode=off", "-Xshare:off", "-XX:SharedArchiveFile=mine.jsa")) {
            assertThat(new AotCache(programs, List.of("-Xmx64m", option)).isPossible())
                    .isFalse();
        }
    }

    @Test
    void isMadeOfTheRecordingAndTakesThePlaceOfOlderOnes() throws IOException {
        Path older = Files.writeString(programs.resolve("older.aot"), "old");

        caching.make(List.of(task("cp \"$0\" \"$1\"")));

        assertThat(cache.isMade()).isTrue();
        assertThat(cache.isRecorded()).isFalse();
        assertThat(older).doesNotExist();
        assertThat(cache.file()).hasContent("of a life");
        assertThat(journal).isEmpty();
    }

    @Test
    void isNotRecordedByALifeThatLastsOrWasCutOff() throws IOException {
        Files.writeString(recording(), "");
        assertThat(cache.isRecorded()).isFalse();
    }

    @Test
    void isRecordedAnewWhenNothingCanBeMadeOfTheRecording() {
        caching.make(List.of(task("echo half >\"$1\"; exit 1")));

        assertThat(programs).isEmptyDirectory();
        assertThat(journal).singleElement().asString().startsWith("cache-of-a-stub did not work");
    }

    @Test
    void keepsTheRecordingWhenTheInstanceStopsMeanwhile() throws Exception {
        CompletableFuture<Void> making =
                CompletableFuture.runAsync(() -> caching.make(List.of(task("echo half >\"$1\"; sleep 60"))));
        await().until(() -> Files.exists(unfinished()));

        caching.close();
        making.get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);

        assertThat(cache.isRecorded()).isTrue();
        assertThat(cache.isMade()).isFalse();
        assertThat(journal).isEmpty();
    }

    private AotCaching.Task task(String script) {
        ProcessSpec process = new ProcessSpec(
                "cache-of-a-stub",
                List.of(
                        "/bin/sh",
                        "-c",
                        script,
                        recording().toString(),
                        unfinished().toString()),
                Map.of(),
                programs.resolveSibling("run"),
                programs.resolveSibling("making.log"));
        return new AotCaching.Task(cache, process);
    }

    private Path recording() {
        return Path.of(valueOf(cache.recordingTo(), "-XX:AOTConfiguration="));
    }

    private Path unfinished() {
        return Path.of(valueOf(cache.making(), "-XX:AOTCache="));
    }

    private static String valueOf(List<String> options, String name) {
        return options.stream()
                .filter(option -> option.startsWith(name))
                .map(option -> option.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }
}
