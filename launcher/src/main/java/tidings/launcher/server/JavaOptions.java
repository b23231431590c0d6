package tidings.launcher.server;

import java.util.List;

/** Options that several Java processes share, and what the operator adds to them by the environment; the last one wins. */
public final class JavaOptions {
    /** A tenth less CPU under load, where the kernel has them (docs/performance.md). */
    public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    /** Room for all classes: at each step to more of it, half a second of collecting stopped everything (docs/performance.md). */
    public static final String CLASSES = "-XX:MetaspaceSize=160m";

    private JavaOptions() {}

    /**
     * @param process in upper case, as in TIDINGS_KAFKA_JAVA_OPTS
     * @return the words of the variable, none where it is not set
     */
    public static List<String> added(String process) {
        String options = System.getenv("TIDINGS_" + process + "_JAVA_OPTS");
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.strip().split("\\s+"));
    }
}
