package tidings.launcher.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.process.LaunchFailed;

@Command(name = "down", description = "Stops everything; the data stay.")
final class Down implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 120;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        boolean ran = stop(data.folder());
        new Outcome(spec.commandLine().getOut(), json.wanted(), data.path()).down(ran);
        return 0;
    }

    /** Whether something ran. */
    static boolean stop(DataFolder folder) throws InterruptedException {
        if (!folder.isHeld()) {
            return false;
        }
        ProcessHandle launcher = folder.holder()
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new LaunchFailed(
                        LaunchFailed.Kind.FAILED, "the launcher of " + folder.root() + " cannot be found"));
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LaunchFailed(
                    LaunchFailed.Kind.FAILED,
                    "the launcher (process " + launcher.pid() + ") did not stop within " + PATIENCE_SECONDS + " s",
                    e);
        }
        return true;
    }
}
