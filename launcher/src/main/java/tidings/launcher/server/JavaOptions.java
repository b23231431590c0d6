package tidings.launcher.server;

import java.util.List;

/** What the operator adds to the options of a Java process, by the environment; what comes later in a command line wins. */
public final class JavaOptions {
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
