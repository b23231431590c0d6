package tidings.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.provision.FileTree;
import tidings.launcher.provision.MysqlProgram;

/**
 * One mysqld. The schemas and users come from an init file, which mysqld runs before it lets anybody in.
 *
 * @param setUp the statements, one a line
 */
public record MysqlServer(MysqlProgram program, Path data, Path log, int port, MysqlSize size, List<String> setUp) {
    /** Copies the template into a new data folder, and says how to start the server. */
    public Launchable prepare() {
        try {
            Path files = data.resolve("files");
            if (!Files.isDirectory(files)) {
                Path fresh = data.resolve("fresh");
                FileTree.delete(fresh);
                Files.createDirectories(data);
                FileTree.copy(program.template(), fresh);
                Files.move(fresh, files);
            }
            Path initFile = data.resolve("init.sql");
            OwnerOnly.write(initFile, String.join("\n", setUp) + "\n");
            return new Launchable(
                    new ProcessSpec("mysql", command(files, initFile), program.environment(), data, log),
                    port,
                    Probe.mysql(port),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(30));
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, "mysql cannot be set up: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path files, Path initFile) {
        List<String> command = new ArrayList<>(program.commandLine());
        command.addAll(List.of(
                "--datadir=" + files,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mysqld.sock",
                "--pid-file=mysqld.pid",
                "--init-file=" + initFile,
                "--mysqlx=OFF",
                "--ssl=OFF",
                "--performance-schema=OFF",
                "--event-scheduler=OFF",
                "--skip-log-bin",
                "--skip-name-resolve",
                "--local-infile=OFF",
                "--default-authentication-plugin=mysql_native_password",
                "--auto-generate-certs=OFF",
                "--sha256-password-auto-generate-rsa-keys=OFF",
                "--caching-sha2-password-auto-generate-rsa-keys=OFF"));
        command.addAll(size.options());
        return command;
    }
}
