package tidings.launcher.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.provision.ProjectRoot;

/** Names the instance. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the instance's folder (default: .tidings in the project)")
    private @Nullable Path data;

    Path path() {
        Path named = data;
        return (named == null ? ProjectRoot.find().resolve(".tidings") : named)
                .toAbsolutePath()
                .normalize();
    }

    DataFolder folder() {
        return new DataFolder(path());
    }
}
