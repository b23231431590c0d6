package tidings.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashedProcessIT {
    @TempDir
    Path temporary = Path.of("");

    /** A parent of its own: starts a child that ignores SIGTERM and has a child itself, says their ids, and waits. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            String script = "trap '' TERM; sleep 600 & echo $!; while true; do sleep 1; done";
            Path directory = Path.of(arguments[0]);
            LeashedProcess child = LeashedProcess.start(new ProcessSpec(
                    "child", List.of("/bin/sh", "-c", script), Map.of(), directory, directory.resolve("child.log")));
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(child.pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void childAndGrandchildDieWithTheirParentsKill9() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parent.class.getName(),
                        temporary.toString())
                .start();
        try (BufferedReader out = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            Path log = temporary.resolve("child.log");
            await().until(() -> !LogExcerpt.last(log, 0).startsWith("it wrote"));
            ProcessHandle grandchild =
                    ProcessHandle.of(Long.parseLong(LogExcerpt.last(log, 0))).orElseThrow();

            parent.destroyForcibly();

            await().until(() -> !child.isAlive() && !grandchild.isAlive());
        }
    }

    @Test
    void groupDiesWithItsLeader() {
        LeashedProcess leader = start("sleep 600 & echo $!; exec sleep 600");
        Path log = temporary.resolve("leader.log");
        await().until(() -> !LogExcerpt.last(log, 0).startsWith("it wrote"));
        ProcessHandle worker =
                ProcessHandle.of(Long.parseLong(LogExcerpt.last(log, 0))).orElseThrow();

        leader.kill();

        await().until(() -> !worker.isAlive());
    }

    @Test
    void getsItsOwnEnvironmentOnly() {
        LeashedProcess child = start("echo \"$GIVEN ${JAVA_HOME:-none} ${MAVEN_OPTS:-none}\"");

        assertThat(child.exitCode().join()).isZero();
        assertThat(LogExcerpt.last(temporary.resolve("leader.log"), 0)).isEqualTo("it none none");
    }

    private LeashedProcess start(String script) {
        return LeashedProcess.start(new ProcessSpec(
                "leader",
                List.of("/bin/sh", "-c", script),
                Map.of("GIVEN", "it"),
                temporary,
                temporary.resolve("leader.log")));
    }
}
