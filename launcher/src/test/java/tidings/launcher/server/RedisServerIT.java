package tidings.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.provision.ProgramCache;
import tidings.launcher.provision.RedisProgram;

/** A real Redis lets in who knows the password and nobody else. */
class RedisServerIT {
    private static final String PASSWORD = "a-password-of-this-test";

    @TempDir
    Path temporary = Path.of("");

    private static List<String> ask(int port, String... commands) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                answers.add(String.valueOf(in.readLine()));
            }
        }
        return answers;
    }

    @Test
    void asksWhoIsThere() throws Exception {
        int port = FreePorts.next();
        Path data = temporary.resolve("redis");
        Launchable launchable = new RedisServer(
                        RedisProgram.locate(ProgramCache.ofUser()), data, temporary.resolve("log"), port, PASSWORD)
                .prepare();
        LeashedProcess redis = launchable.start();
        try {
            assertThat(ask(port, "PING", "PUBLISH c:x forged", "AUTH tidings wrong", "AUTH " + PASSWORD))
                    .allMatch(answer -> answer.startsWith("-NOAUTH") || answer.startsWith("-WRONGPASS"));
            assertThat(ask(port, "AUTH tidings " + PASSWORD, "PUBLISH c:x y", "CONFIG GET dir"))
                    .satisfiesExactly(
                            answer -> assertThat(answer).isEqualTo("+OK"),
                            answer -> assertThat(answer).isEqualTo(":0"),
                            answer -> assertThat(answer).startsWith("-NOPERM"));
            Path users = data.resolve("users.acl");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(users)).doesNotContain(PASSWORD);
            assertThat(launchable.spec().command()).noneMatch(argument -> argument.contains(PASSWORD));
        } finally {
            redis.kill();
        }
    }
}
