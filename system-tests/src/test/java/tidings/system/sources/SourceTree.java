package tidings.system.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All source files of the repository, whatever was built or fetched left out. */
final class SourceTree {

    private static final Set<String> NOT_OURS =
            Set.of("target", "node_modules", "dist", ".git", ".tidings", "generated");
    private static final Set<String> LANGUAGES = Set.of("java", "ts", "tsx", "css", "js", "mjs");

    private SourceTree() {}

    static List<SourceFile> of(Path root) {
        List<SourceFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1))) {
                        found.add(SourceFile.read(root, file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
