package tidings.launcher.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tidings.launcher.process.LaunchFailedException;

/** Unpacks Debian packages into a folder without installing them; needs no root. */
final class DebianPackages {
    private DebianPackages() {}

    static void extractInto(Path directory, String... packages) throws IOException {
        if (SystemPath.find("apt-get").isEmpty() || SystemPath.find("dpkg-deb").isEmpty()) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.UNAVAILABLE,
                    packages[0] + " is missing and this machine has no apt-get to fetch it: install it, or name an"
                            + " external server (launcher/README.md)");
        }
        Path work = Files.createTempDirectory(directory, "debs-");
        try {
            AptDownload.into(work, packages);
            try (Stream<Path> files = Files.list(work)) {
                for (Path deb :
                        files.filter(file -> file.toString().endsWith(".deb")).toList()) {
                    new ShortCommand(List.of("dpkg-deb", "-x", deb.toString(), directory.toString()), work)
                            .run("unpacking " + deb.getFileName());
                }
            }
        } finally {
            FileTree.delete(work);
        }
    }
}
