package tidings.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the source tree, as folders beside this one. */
final class Modules {

    /** Every module with Java production code of ours. */
    static final List<String> WITH_CODE = List.of(
            "events",
            "access-tokens",
            "java-client",
            "command-side",
            "realtime-gateway",
            "query-side",
            "event-tools",
            "launcher",
            "load-tests");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Modules() {}

    static Path root() {
        return ROOT;
    }

    static Path classesOf(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    /** The production classes of all modules; those of tests and of generated code are not among them. */
    static JavaClasses productionClasses() {
        return new ClassFileImporter()
                .importPaths(WITH_CODE.stream().map(Modules::classesOf).toList());
    }

    /** All source files under a folder of every module, such as {@code src/main/java}. */
    static List<Path> sources(String folder, String suffix) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(directory -> walk(directory, suffix).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> walk(Path directory, String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
