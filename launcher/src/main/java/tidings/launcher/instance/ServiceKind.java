package tidings.launcher.instance;

import java.util.ArrayList;
import java.util.List;
import tidings.launcher.server.JavaOptions;

/** The three services, their modules, and what of the machine each node may take. */
enum ServiceKind {
    COMMAND("command", "command-side", 512),
    QUERY("query", "query-side", 512),
    GATEWAY("gateway", "realtime-gateway", 512);

    /** What the nodes on a message's way remember of it survives, so a pause is as long as this is large (docs/performance.md). */
    private static final String SHORT_PAUSES = "-XX:MaxNewSize=16m";

    private final String word;
    private final String module;
    private final int heapMegabytes;

    ServiceKind(String word, String module, int heapMegabytes) {
        this.word = word;
        this.module = module;
        this.heapMegabytes = heapMegabytes;
    }

    static ServiceKind of(Topology.Node node) {
        for (ServiceKind kind : values()) {
            if (kind.word.equals(node.kind())) {
                return kind;
            }
        }
        throw new IllegalArgumentException(node.name());
    }

    String module() {
        return module;
    }

    /** Small heaps that give memory back; two cores are shared by all, so no collector threads of their own. */
    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xms48m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                JavaOptions.HUGE_PAGES,
                JavaOptions.CLASSES,
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (this != QUERY) {
            options.add(SHORT_PAUSES);
        }
        options.addAll(JavaOptions.added(name()));
        return options;
    }
}
