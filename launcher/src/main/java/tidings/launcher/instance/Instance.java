package tidings.launcher.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;

/**
 * One running Tidings on this machine. Its processes are children of this JVM, are started anew when they die, and end with
 * this JVM, however it ends.
 */
public final class Instance implements AutoCloseable {
    private final InstanceOptions options;
    private final DataFolder folder;
    private final FileChannel hold;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Processes processes;
    private final AotCaching caching;
    private final Topology topology;
    private final Servers servers;
    private final Secrets secrets;
    private boolean ready;
    private boolean closed;

    private Instance(InstanceOptions options, DataFolder folder, FileChannel hold, Journal journal) {
        this.options = options;
        this.folder = folder;
        this.hold = hold;
        this.processes = new Processes(executor, journal, this::describe, options.timeout());
        this.caching = new AotCaching(journal);
        this.secrets = Secrets.in(folder.secrets());
        RememberedPorts ports = new RememberedPorts(folder.of("ports.json"));
        this.topology = Topology.of(options, ports);
        ports.save();
        this.servers = new Servers(options, folder, topology, secrets, ExternalServers.of(System.getenv()));
    }

    /**
     * Starts everything and returns when all is ready.
     *
     * @throws LaunchFailedException with one line that says why it did not work; then nothing of it is left running
     */
    public static Instance start(InstanceOptions options, Journal journal) {
        Instance instance = prepare(options, journal);
        try {
            instance.startAll(journal);
            return instance;
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    /** Takes the folder and prepares what needs no process. Whoever prepares must start or close. */
    public static Instance prepare(InstanceOptions options, Journal journal) {
        DataFolder folder = new DataFolder(options.data());
        FileChannel hold = folder.hold()
                .orElseThrow(() -> new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED, "an instance already runs in " + folder.root()));
        try {
            Orphans.end(folder, journal);
            if (!FreePorts.isFree(options.port())) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        "port " + options.port() + " is taken by another program: stop it, or choose another with"
                                + " --port");
            }
            return new Instance(options, folder, hold, journal);
        } catch (RuntimeException e) {
            DataFolder.release(hold);
            throw e;
        }
    }

    /** Starts the servers, then the services and nginx, each as soon as it can. */
    public void startAll(Journal journal) {
        journal.note("starting MySQL, Kafka and Redis");
        ServiceEnvironment environment = new ServiceEnvironment(topology, servers.addresses(), secrets, options);
        Future<Services> unpacked = executor.submit(() -> Services.of(options, folder, environment));
        processes.startAll(servers.behindTheServices());
        journal.note("starting the services");
        Services services = TaskResult.of(unpacked);
        List<Supplier<Launchable>> serving = new ArrayList<>();
        serving.add(servers::nginx);
        topology.services().forEach(node -> serving.add(() -> services.launchable(node)));
        processes.startAll(serving);
        setReady();
        executor.execute(() -> caching.make(services.cachesToMake()));
    }

    private synchronized void setReady() {
        ready = true;
        describe();
    }

    /** The address of its one door. */
    public String url() {
        return "http://" + options.listen();
    }

    /** All addresses. */
    public synchronized InstanceDescription description() {
        Servers.Addresses addresses = servers.addresses();
        return new InstanceDescription(
                url(),
                ProcessHandle.current().pid(),
                ready,
                http(topology.commands()),
                topology.commands().stream()
                        .map(node -> "127.0.0.1:" + node.grpc())
                        .toList(),
                http(topology.queries()),
                http(topology.gateways()),
                addresses.kafka(),
                addresses.redis().uri(),
                new InstanceDescription.Mysql(addresses.eventsUrl(), addresses.viewsUrl()),
                folder.secrets().toString(),
                processes.entries(folder));
    }

    private static List<String> http(List<Topology.Node> nodes) {
        return nodes.stream().map(node -> "http://127.0.0.1:" + node.http()).toList();
    }

    private synchronized void describe() {
        if (!closed) {
            description().write(folder);
        }
    }

    /** The process of that name: mysql, kafka, redis, nginx, command-1…, query-1…, gateway-1…. */
    public ManagedProcess process(String name) {
        return processes.named(name);
    }

    /** Stops everything in an order in which nothing is lost: those that take requests first, the stores last. */
    @Override
    public void close() {
        caching.close();
        processes.stopAll();
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                Files.deleteIfExists(folder.description());
            } catch (IOException e) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        folder.description() + " cannot be deleted: " + e.getMessage(),
                        e);
            } finally {
                DataFolder.release(hold);
                executor.shutdown();
            }
        }
    }
}
