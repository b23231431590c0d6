package tidings.system.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One source file, with its path from the root of the tree, in which parts are separated by slashes. */
record SourceFile(String path, String text) {

    static SourceFile read(Path root, Path file) {
        try {
            return new SourceFile(root.relativize(file).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return text.lines().toList();
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The badly built house of the architecture rules breaks the rules on purpose. */
    boolean isCounterExample() {
        return path.contains("/tidings/system/violations/");
    }
}
