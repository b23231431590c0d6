package tidings.launcher.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.provision.RedisProgram;

/**
 * One Redis without persistence: what is in it may be lost at any time (ADR-0025). It knows one user, {@link #USER}, and
 * lets in nobody else: the rules are in a file that only its owner may read, and that has only the password's hash.
 */
public record RedisServer(RedisProgram program, Path data, Path log, int port, String password) {
    /** The one user; the rights to rule the server itself it has not. */
    public static final String USER = "tidings";

    public Launchable prepare() {
        Path users = data.resolve("users.acl");
        try {
            Files.createDirectories(data);
            OwnerOnly.write(users, rules());
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, "redis cannot be set up: " + e.getMessage(), e);
        }
        List<String> command = List.of(
                program.executable().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--aclfile",
                users.toString(),
                "--dir",
                data.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--databases",
                "64",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "volatile-lru",
                "--client-output-buffer-limit",
                "pubsub 64mb 32mb 30",
                "--daemonize",
                "no");
        return new Launchable(
                new ProcessSpec("redis", command, program.environment(), data, log),
                port,
                Probe.redis(port),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));
    }

    private String rules() {
        return "user default off\nuser " + USER + " on #" + sha256(password) + " ~* &* +@all -@admin\n";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RedisServer[port=" + port + "]";
    }
}
