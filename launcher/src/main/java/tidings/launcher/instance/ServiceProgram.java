package tidings.launcher.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.provision.FileTree;
import tidings.launcher.provision.ShortCommand;

/**
 * A service's own unpacked copy of its program: it starts faster than from the nested jar, and a build that replaces the
 * jar does not pull it from under a running process.
 */
record ServiceProgram(Path jar) {
    private static final String STAMP = "stamp";
    private static final String AOT = "aot";

    /** Unpacks the module's program into {@code programs}, unless what is there comes from the same jar. */
    static ServiceProgram unpack(Path projectRoot, String module, Path programs) {
        Path built = built(projectRoot.resolve(module).resolve("target"))
                .orElseThrow(() -> new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        module + " is not built: ./mvnw -DskipTests package -pl " + module + " -am"));
        Path directory = programs.resolve(module);
        try {
            String stamp = built.getFileName() + " " + contentHash(built);
            Path stampFile = directory.resolve(STAMP);
            if (!Files.exists(stampFile) || !Files.readString(stampFile).equals(stamp)) {
                FileTree.delete(directory);
                Files.createDirectories(programs);
                extract(built, directory, programs);
                Files.writeString(stampFile, stamp);
            }
            Files.createDirectories(directory.resolve(AOT));
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, module + " cannot be unpacked: " + e.getMessage(), e);
        }
        return new ServiceProgram(directory.resolve(built.getFileName()));
    }

    /** Builds are reproducible: they give a changed jar the same time as the one before. */
    private static String contentHash(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> built(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar")).findFirst();
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, target + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void extract(Path built, Path directory, Path programs) throws IOException {
        try (ZipFile zip = new ZipFile(built.toFile())) {
            if (zip.getEntry("BOOT-INF/") == null) {
                Files.copy(built, Files.createDirectories(directory).resolve(built.getFileName()));
                return;
            }
        }
        List<String> command = List.of(
                java(), "-Djarmode=tools", "-jar", built.toString(), "extract", "--destination", directory.toString());
        new ShortCommand(command, programs).run("unpacking " + built.getFileName());
    }

    /** A cache goes with the program: a new build has none. */
    AotCache cache(ServiceKind kind) {
        return new AotCache(jar.resolveSibling(AOT), kind.jvmOptions());
    }

    /** @param more options beside the kind's own */
    List<String> command(ServiceKind kind, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(kind.jvmOptions());
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
