package tidings.launcher.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches Debian packages into a folder; needs no root. */
final class AptDownload {
    private AptDownload() {}

    static void into(Path work, String... packages) throws IOException {
        if (new ShortCommand(command(List.of(), packages), work).tryRun().isEmpty()) {
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
        new ShortCommand(command(options, packages), work).run("fetching " + packages[0] + " by apt-get");
    }

    private static List<String> command(List<String> options, String... packages) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        command.addAll(options);
        command.add("download");
        command.addAll(List.of(packages));
        return command;
    }
}
