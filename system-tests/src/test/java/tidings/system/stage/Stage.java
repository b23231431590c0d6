package tidings.system.stage;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.launcher.fixture.ProgressWait;
import tidings.launcher.instance.Instance;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.instance.InstanceOptions;
import tidings.launcher.instance.ManagedProcess;
import tidings.launcher.process.FreePorts;
import tidings.system.client.Account;
import tidings.system.client.Http;

/** A whole Tidings with two gateways and two command nodes, started by the first test that needs it; its processes end with this JVM. */
public final class Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final Path DATA = Path.of("target", "instance").toAbsolutePath();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static @Nullable Stage shared;
    private static @Nullable RuntimeException failure;

    private final Wiring wiring;
    private final InstanceOptions options;
    private Instance instance;

    private Stage(Wiring wiring) {
        this.wiring = wiring;
        this.options = wiring.options();
        this.instance = Instance.start(options, LOG::info);
    }

    /** The instance of this test run, on a data folder that was empty at its beginning. */
    public static synchronized Stage shared() {
        if (failure != null) {
            throw failure;
        }
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static Stage start() {
        try {
            clear(DATA);
            return new Stage(
                    Wiring.of(InstanceOptions.of(DATA, FreePorts.next()).withNodes(2, 2, 1)));
        } catch (RuntimeException e) {
            // what failed once fails again; the other tests need not wait for it
            failure = e;
            throw e;
        }
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ./tidings down}, then {@code ./tidings up}: the same folder, all processes new. */
    public void restart() {
        instance.close();
        instance = Instance.start(options, LOG::info);
    }

    /** Where browsers go: nginx. */
    public URI site() {
        return URI.create("http://127.0.0.1:" + options.port());
    }

    public ManagedProcess process(String name) {
        return instance.process(name);
    }

    /** What can be broken between the processes. */
    public Wiring wiring() {
        return wiring;
    }

    /** Waits until every process is up and says that it is ready. */
    public void awaitWhole() {
        description().processes().forEach(entry -> {
            ManagedProcess process = process(entry.name());
            ProgressWait.observing(() -> List.of(process.restarts(), ProcessTimes.secondsOf(process.pid())))
                    .until(entry.name() + " is ready", process::isReady);
        });
    }

    public InstanceDescription description() {
        return instance.description();
    }

    public Path data() {
        return options.data();
    }

    /** A gateway without nginx before it, to be sure which one it is. */
    public URI gateway(int number) {
        return URI.create(description().gatewayHttp().get(number - 1));
    }

    /** A command node without nginx before it. */
    public URI command(int number) {
        return URI.create(description().commandHttp().get(number - 1));
    }

    public EventLog log() {
        return new EventLog(internal(description().commandHttp().getFirst()));
    }

    /** The query side's own endpoints, which nginx does not show. */
    public Http queryInternals() {
        return internal(description().queryHttp().getFirst());
    }

    private Http internal(String address) {
        try {
            String secret = Files.readString(Path.of(description().secretsDir(), "internal"))
                    .strip();
            return new Http(URI.create(address), Map.of("Tidings-Internal-Secret", secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same person, with a token that is good for that span of time only. */
    public Account withTokenFor(Account account, Instant from, Instant to) {
        return Tokens.valid(account, from, to, Path.of(description().secretsDir()));
    }

    /** The key that the command nodes sign access tokens with. */
    public ECKey signingKey() {
        return Tokens.signingKey(Path.of(description().secretsDir()));
    }

    /** The memory that a process really takes, in MB. */
    public long residentMegabytes(String process) {
        try {
            return Files.readAllLines(
                            Path.of("/proc", String.valueOf(process(process).pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody new, whose name begins like this. */
    public Account newcomer(String name) {
        return Account.signUp(site(), name + "-" + PEOPLE.incrementAndGet());
    }
}
