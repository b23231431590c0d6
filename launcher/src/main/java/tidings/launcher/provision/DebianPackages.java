package tidings.launcher.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tidings.launcher.process.LaunchFailed;

/** Unpacks Debian packages into a folder without installing them; needs no root. */
final class DebianPackages {
    private DebianPackages() {}

    static void extractInto(Path directory, String... packages) throws IOException {
        if (SystemPath.find("apt-get").isEmpty() || SystemPath.find("dpkg-deb").isEmpty()) {
            throw new LaunchFailed(
                    LaunchFailed.Kind.UNAVAILABLE,
                    packages[0] + " is missing and this machine has no apt-get to fetch it: install it, or name an"
                            + " external server (launcher/README.md)");
        }
        Path work = Files.createTempDirectory(directory, "debs-");
        try {
            download(work, packages);
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

    private static void download(Path work, String... packages) throws IOException {
        if (new ShortCommand(download(List.of(), packages), work).tryRun().isEmpty()) {
            return;
        }
        // The machine's package lists are empty or old, and only root may renew them: use lists of our own.
        Path lists = work.resolve("lists");
        Path cache = work.resolve("cache");
        Files.createDirectories(lists.resolve("partial"));
        Files.createDirectories(cache.resolve("archives/partial"));
        List<String> options =
                List.of("-o", "Dir::State::lists=" + lists, "-o", "Dir::Cache=" + cache, "-o", "APT::Sandbox::User=");
        List<String> update = new ArrayList<>(List.of("apt-get", "-q"));
        update.addAll(options);
        update.add("update");
        new ShortCommand(update, work).run("apt-get update");
        new ShortCommand(download(options, packages), work).run("fetching " + packages[0] + " by apt-get");
    }

    private static List<String> download(List<String> options, String... packages) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        command.addAll(options);
        command.add("download");
        command.addAll(List.of(packages));
        return command;
    }
}
