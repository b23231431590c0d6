package tidings.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    @Test
    void asksWhoIsThere() throws Exception {
        int port = FreePorts.next();
        Path data = temporary.resolve("redis");
        Launchable launchable = new RedisServer(
                        RedisProgram.locate(ProgramCache.ofUser()), data, temporary.resolve("log"), port, PASSWORD)
                .prepare();
        LeashedProcess redis = launchable.start();
        try {
            assertThat(RedisDialogue.ask(port, "PING", "PUBLISH c:x forged", "AUTH tidings wrong", "AUTH " + PASSWORD))
                    .allMatch(answer -> answer.startsWith("-NOAUTH") || answer.startsWith("-WRONGPASS"));
            assertThat(RedisDialogue.ask(port, "AUTH tidings " + PASSWORD, "PUBLISH c:x y", "CONFIG GET dir"))
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
