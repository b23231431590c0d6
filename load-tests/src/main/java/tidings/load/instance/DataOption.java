package tidings.load.instance;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The {@code --data} option that names the instance. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TIDINGS_HOME:-.}/.tidings",
            description = "the data folder of the instance (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".tidings");

    /** The instance that is up there. */
    public LocalInstance load() {
        return LocalInstance.in(data);
    }

    /** Where load tests keep what they make. */
    public Path folder() {
        return data.resolve("load");
    }
}
