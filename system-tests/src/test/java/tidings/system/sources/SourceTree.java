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

/** All files of the repository, whatever was built or fetched left out. */
final class SourceTree {

    private static final Set<String> NOT_OURS =
            Set.of("target", "node_modules", "dist", ".git", ".tidings", "generated");
    private static final Set<String> LANGUAGES = Set.of("java", "ts", "tsx", "css", "js", "mjs", "yml");
    private static final Set<String> OTHER_TEXTS = Set.of(
            "md", "yaml", "sql", "xml", "properties", "proto", "graphqls", "sh", "template", "Dockerfile", "html");

    private SourceTree() {}

    /** The sources in the languages that programs are written in. */
    static List<SourceFile> of(Path root) {
        return read(root, LANGUAGES);
    }

    /** These and documents, settings, migrations, schemas. */
    static List<SourceFile> textsOf(Path root) {
        List<SourceFile> texts = read(root, OTHER_TEXTS);
        texts.addAll(of(root));
        return texts;
    }

    /** From the root of the tree, whatever the files hold. */
    static List<String> pathsOf(Path root) {
        return files(root).stream()
                .map(file -> root.relativize(file).toString())
                .toList();
    }

    private static List<SourceFile> read(Path root, Set<String> endings) {
        List<SourceFile> read = new ArrayList<>();
        for (Path file : files(root)) {
            String name = file.getFileName().toString();
            if (endings.contains(name.substring(name.lastIndexOf('.') + 1))) {
                read.add(SourceFile.read(root, file));
            }
        }
        return read;
    }

    private static List<Path> files(Path root) {
        List<Path> found = new ArrayList<>();
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
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
