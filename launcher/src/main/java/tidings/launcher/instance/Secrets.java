package tidings.launcher.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.server.OwnerOnly;
import tools.jackson.databind.json.JsonMapper;

/**
 * What only the instance may know; made at its first start, each in a file that only its owner may read.
 *
 * @param sealing the key that seals what is stored of one-time passwords
 * @param signingKeys the file with the private JWK set
 * @param jwks the file with the public JWK set
 */
record Secrets(
        String mysqlRoot,
        String mysqlCommand,
        String mysqlQuery,
        String redis,
        String internal,
        String sealing,
        Path signingKeys,
        Path jwks) {
    private static final int BYTES = 24;

    static Secrets in(Path directory) {
        try {
            OwnerOnly.directory(directory);
            Path signingKeys = directory.resolve("signing-keys.json");
            Path jwks = directory.resolve("jwks.json");
            if (!Files.exists(signingKeys) || !Files.exists(jwks)) {
                SigningKeys keys = SigningKeys.generate(random(8));
                JsonMapper json = JsonMapper.builder().build();
                OwnerOnly.write(jwks, json.writeValueAsString(keys.publicSet()));
                OwnerOnly.write(signingKeys, json.writeValueAsString(keys.privateSet()));
            }
            return new Secrets(
                    password(directory, "mysql-root"),
                    password(directory, "mysql-command"),
                    password(directory, "mysql-query"),
                    password(directory, "redis"),
                    password(directory, "internal"),
                    password(directory, "sealing"),
                    signingKeys,
                    jwks);
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED,
                    "secrets cannot be kept in " + directory + ": " + e.getMessage(),
                    e);
        }
    }

    private static String password(Path directory, String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            OwnerOnly.write(file, random(BYTES));
        }
        return Files.readString(file).strip();
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
