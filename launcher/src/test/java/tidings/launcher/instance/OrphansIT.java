package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.launcher.process.FreePorts;

class OrphansIT {
    @TempDir
    Path temporary = Path.of("");

    /** A launcher in a process of its own. */
    static final class Launcher {
        private Launcher() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            Instance instance =
                    Instance.start(options(Path.of(arguments[0]), Integer.parseInt(arguments[1])), line -> {});
            out.println("up " + instance.url());
            Thread.currentThread().join();
        }
    }

    private static InstanceOptions options(Path folder, int port) {
        return new InstanceOptions(
                folder.resolve("project"), folder.resolve("data"), "127.0.0.1:" + port, 1, 1, 1, Map.of(), false);
    }

    @Test
    void startsAgainAfterTheKill9OfEveryProcessThatIsKnown() throws Exception {
        StubProject.in(Files.createDirectory(temporary.resolve("project")));
        int port = FreePorts.next();
        Process launcher = launcher(port);
        try (BufferedReader out = launcher.inputReader()) {
            assertThat(out.readLine()).as("see launcher.err").startsWith("up ");
        }
        Set<Long> leaders =
                InstanceDescription.read(new DataFolder(temporary.resolve("data"))).orElseThrow().processes().stream()
                        .map(InstanceDescription.Entry::pid)
                        .collect(Collectors.toSet());

        List<ProcessHandle> all = ProcessHandle.allProcesses()
                .filter(process -> leaders.contains(session(process)))
                .toList();
        // the watchers first: they would end the rest of their group as soon as the launcher is gone
        all.stream()
                .filter(process -> !leaders.contains(process.pid()) && !isWorkerOfNginx(process))
                .forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly().waitFor();
        all.stream().filter(process -> !isWorkerOfNginx(process)).forEach(ProcessHandle::destroyForcibly);
        List<ProcessHandle> workers =
                all.stream().filter(OrphansIT::isWorkerOfNginx).toList();
        await().until(() -> all.stream().filter(ProcessHandle::isAlive).allMatch(workers::contains));
        assertThat(workers).isNotEmpty().allMatch(ProcessHandle::isAlive);
        assertThat(FreePorts.isFree(port)).isFalse();

        try (Instance again = Instance.start(options(temporary, port), line -> {})) {
            assertThat(again.process("nginx").isReady()).isTrue();
            assertThat(workers).noneMatch(ProcessHandle::isAlive);
        }
    }

    private Process launcher(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Launcher.class.getName(),
                        temporary.toString(),
                        String.valueOf(port))
                .redirectError(temporary.resolve("launcher.err").toFile())
                .start();
    }

    private static long session(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
        } catch (IOException gone) {
            return -1;
        }
    }

    private static boolean isWorkerOfNginx(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .startsWith("nginx: worker");
        } catch (IOException gone) {
            return false;
        }
    }
}
