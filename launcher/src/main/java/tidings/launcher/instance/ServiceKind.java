package tidings.launcher.instance;

import java.util.ArrayList;
import java.util.List;
import tidings.launcher.server.JavaOptions;

/** The three services, their modules, and what of the machine each node may take. */
enum ServiceKind {
    COMMAND("command", "command-side", "-Xmx512m", Young.SHORT_PAUSES),
    QUERY("query", "query-side", "-Xmx512m", Young.AS_IT_GROWS),
    GATEWAY("gateway", "realtime-gateway", "-Xmx512m", Young.SHORT_PAUSES);

    private final String word;
    private final String module;
    private final String heap;
    private final Young young;

    ServiceKind(String word, String module, String heap, Young young) {
        this.word = word;
        this.module = module;
        this.heap = heap;
        this.young = young;
    }

    /**
     * How large the young generation may become. On a message's way it stays small: what both nodes remember of each
     * message survives, so a pause lasts as long as the generation is large (ADR 0014).
     */
    private enum Young {
        SHORT_PAUSES("-XX:MaxNewSize=16m"),
        AS_IT_GROWS;

        private final List<String> options;

        Young(String... options) {
            this.options = List.of(options);
        }
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
                heap,
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        options.addAll(young.options);
        options.addAll(JavaOptions.added(name()));
        return options;
    }
}
