package tidings.launcher.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.instance.Orphans;
import tidings.launcher.process.LaunchFailedException;

@Command(name = "down", description = "Stops everything; the data stay.")
final class Down implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description =
                    "how long it may take in all (default: ${DEFAULT-VALUE}); a stop that stands still ends sooner")
    private int timeout;

    @Override
    public Integer call() throws InterruptedException {
        if (timeout < 1) {
            throw new LaunchFailedException(LaunchFailedException.Kind.BAD_USAGE, "--timeout is 1 or more");
        }
        Outcome out = new Outcome(spec.commandLine().getOut(), json.wanted(), data.path());
        out.down(stop(data.folder(), out, Duration.ofSeconds(timeout)));
        return 0;
    }

    /** Whether something ran. */
    static boolean stop(DataFolder folder, Outcome out, Duration timeout) throws InterruptedException {
        if (!folder.isHeld()) {
            return Orphans.end(folder, out::progress);
        }
        ProcessHandle launcher = folder.holder()
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED, "the launcher of " + folder.root() + " cannot be found"));
        Stopping stopping = new Stopping(launcher, folder, out, timeout);
        launcher.destroy();
        stopping.await();
        return true;
    }
}
