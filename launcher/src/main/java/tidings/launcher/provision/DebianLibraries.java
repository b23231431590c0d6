package tidings.launcher.provision;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the dynamic linker where the libraries of unpacked Debian packages lie. */
final class DebianLibraries {
    private DebianLibraries() {}

    static Map<String, String> of(Path root) {
        return Map.of(
                "LD_LIBRARY_PATH",
                Stream.of(root.resolve("usr/lib"), root.resolve("lib"))
                        .flatMap(DebianLibraries::folders)
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    private static Stream<Path> folders(Path lib) {
        if (!Files.isDirectory(lib)) {
            return Stream.empty();
        }
        try (Stream<Path> inside = Files.list(lib)) {
            return Stream.concat(Stream.of(lib), inside.filter(Files::isDirectory).sorted().toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
