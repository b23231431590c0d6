package tidings.launcher.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.instance.Instance;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.instance.InstanceOptions;
import tidings.launcher.instance.Journal;
import tidings.launcher.provision.ProjectRoot;

@Command(name = "up", description = "Starts everything, waits until it is healthy, prints the URL.")
final class Up implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--port", defaultValue = "8080", description = "the one door (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "its address (default: ${DEFAULT-VALUE})")
    private String bind = "127.0.0.1";

    @Option(names = "--gateways", defaultValue = "2", description = "gateway nodes (default: ${DEFAULT-VALUE})")
    private int gateways;

    @Option(names = "--commands", defaultValue = "1", description = "command nodes (default: ${DEFAULT-VALUE})")
    private int commands;

    @Option(names = "--queries", defaultValue = "1", description = "query nodes (default: ${DEFAULT-VALUE})")
    private int queries;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description =
                    "how long the start may take in all (default: ${DEFAULT-VALUE}); one that stands still ends sooner")
    private int timeout;

    @Option(names = "--detach", description = "return once it is healthy; ./tidings down stops it")
    private boolean detach;

    @Override
    public Integer call() throws Exception {
        InstanceOptions options = new InstanceOptions(
                ProjectRoot.find(),
                data.path(),
                bind + ":" + port,
                gateways,
                commands,
                queries,
                Map.of(),
                true,
                Duration.ofSeconds(timeout));
        DataFolder folder = data.folder();
        if (folder.isHeld()) {
            return sayThatItRuns(folder);
        }
        return detach ? new Detached(options, folder).start(out(folder)) : hold(options, folder);
    }

    private int sayThatItRuns(DataFolder folder) {
        String url =
                InstanceDescription.read(folder).map(InstanceDescription::url).orElse("(still starting)");
        out(folder).already(url);
        return 0;
    }

    private int hold(InstanceOptions options, DataFolder folder) throws InterruptedException {
        Outcome out = out(folder);
        Journal journal = out::progress;
        Instance instance = Instance.prepare(options, journal);
        // Ctrl-C and ./tidings down both come here, also in the middle of the start
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            instance.close();
            stopped.countDown();
        }));
        instance.startAll(journal);
        out.up(instance.url());
        stopped.await();
        return 0;
    }

    private Outcome out(DataFolder folder) {
        return new Outcome(spec.commandLine().getOut(), json.wanted(), folder.root());
    }
}
