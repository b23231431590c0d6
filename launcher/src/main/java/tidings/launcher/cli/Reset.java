package tidings.launcher.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.provision.FileTree;

@Command(name = "reset", description = "Stops everything and deletes the instance's folder with all data.")
final class Reset implements Callable<Integer> {
    private static final Duration STOP = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataFolder folder = data.folder();
        boolean exists = Files.exists(folder.root());
        if (exists) {
            if (!folder.isInstance()) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.BAD_USAGE,
                        folder.root() + " is not the folder of an instance: nothing deleted");
            }
            if (!yes && !confirmed(folder)) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.BAD_USAGE, "nothing deleted (--yes deletes without asking)");
            }
            Down.stop(folder, new Outcome(spec.commandLine().getOut(), json.wanted(), folder.root()), STOP);
            FileTree.delete(folder.root());
        }
        new Outcome(spec.commandLine().getOut(), json.wanted(), folder.root()).deleted(exists);
        return 0;
    }

    private static boolean confirmed(DataFolder folder) {
        Console console = System.console();
        return console != null
                && console.isTerminal()
                && "yes".equals(console.readLine("Delete %s with all messages? Type yes: ", folder.root()));
    }
}
