package tidings.load.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import tidings.load.instance.LocalInstance;

/** The files of a seed: {@code tokens.txt}, line i an access token of user i, and {@code rooms.txt}, line i a channel id. */
public final class SeedFiles {

    private static final String TOKENS = "tokens.txt";
    private static final String ROOMS = "rooms.txt";

    private SeedFiles() {}

    /** Makes what is missing in the instance and writes the files. Tokens are secrets: only their owner may read them. */
    public static Seed make(LocalInstance instance, Crowd crowd, Path folder, Clock clock) throws IOException {
        Seeding seeding = new Seeding(new SeedApi(instance.command(), instance.secret("internal")));
        AccessTokens tokens = new AccessTokens(instance.secret("signing-keys.json"), clock);
        List<String> accountIds = seeding.accounts(crowd.users());
        List<String> rooms = seeding.channels(accountIds, crowd);
        List<String> texts = accountIds.parallelStream().map(tokens::tokenOf).toList();
        Files.createDirectories(folder);
        Path tokenFile = folder.resolve(TOKENS);
        Files.deleteIfExists(tokenFile);
        Files.createFile(tokenFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(tokenFile, texts);
        Files.write(folder.resolve(ROOMS), rooms);
        return seed(texts, rooms, crowd.roomSize());
    }

    /** Reads the files. */
    public static Seed read(Path folder, int roomSize) throws IOException {
        return seed(Files.readAllLines(folder.resolve(TOKENS)), Files.readAllLines(folder.resolve(ROOMS)), roomSize);
    }

    private static Seed seed(List<String> tokens, List<String> rooms, int roomSize) {
        return new Seed(
                tokens,
                IntStream.range(0, tokens.size())
                        .mapToObj(user -> rooms.get(user / roomSize))
                        .toList());
    }
}
