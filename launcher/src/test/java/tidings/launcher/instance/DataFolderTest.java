package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary = Path.of("");

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isItsOwnersOnlyAlsoWhereItWasOpenBefore() throws Exception {
        Path root = Files.createDirectories(temporary.resolve("instance"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        FileChannel hold = new DataFolder(root).hold().orElseThrow();
        try {
            assertThat(permissions(root)).isEqualTo("rwx------");
        } finally {
            DataFolder.release(hold);
        }
    }

    @Test
    void everySecretIsItsOwnersOnly() throws Exception {
        Path secrets = temporary.resolve("secrets");
        assertThat(Secrets.in(secrets).redis())
                .isNotBlank()
                .isEqualTo(Secrets.in(secrets).redis());
        assertThat(permissions(secrets)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }
}
