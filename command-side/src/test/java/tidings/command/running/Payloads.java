package tidings.command.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What careless programs stumble over. The known lists are no part of the project: they are used where they lie beside a
 * checkout in {@code shared/data/payloads}, or where {@code TIDINGS_DATA_SETS} says.
 */
public final class Payloads {

    private static final List<String> OWN = List.of(
            "plain",
            "undefined",
            "null",
            "' OR 1=1 --",
            "'; DROP TABLE domain_event_entry; --",
            "\" UNION SELECT password_hash FROM account_credentials -- ",
            "\\'; DELETE FROM session WHERE ''='",
            "1); SELECT SLEEP(5); --",
            "%' AND SUBSTRING(@@version,1,1)='8",
            "${jndi:ldap://127.0.0.1/a}",
            "#{1+1}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "e\u0301\u0323",
            "\u212b\u2126\uf900",
            "\u200b\u202e\ufeff\u2028",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\udff4\udb40\udc67",
            "\u05e9\u05dc\u05d5\u05dd \u4f60\u597d \u0645\u0631\u062d\u0628\u0627",
            "\ufdfa\udbff\udfff",
            " \u00a0\u3000",
            " spaced ",
            "nul\u0000",
            "bell\u0007",
            "esc\u001b[31m",
            "\u0085",
            "tab\tline\n",
            "x".repeat(5_000),
            "\ufb03".repeat(3_000),
            "1\u0338\u0338\u0338\u0338\u0338\u0338");

    private Payloads() {}

    /** Some of each kind. */
    public static List<String> ownNaughtyStrings() {
        return OWN;
    }

    /** Our own, and the big list where it is. */
    public static List<String> naughtyStrings() {
        List<String> all = new ArrayList<>(OWN);
        Path list = folder().resolve("blns.json");
        if (Files.exists(list)) {
            Rest.JSON.readTree(read(list)).values().stream()
                    .map(JsonNode::asString)
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** The cases of the JSON test suite by name: {@code y_} is JSON, {@code n_} is none, {@code i_} may be either. */
    public static Map<String, byte[]> jsonCases() {
        Map<String, byte[]> cases = new TreeMap<>();
        Path suite = folder().resolve("jsontestsuite/test_parsing");
        if (Files.isDirectory(suite)) {
            try (Stream<Path> files = Files.list(suite)) {
                files.forEach(file -> cases.put(String.valueOf(file.getFileName()), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String dataSets = System.getenv("TIDINGS_DATA_SETS");
        return Path.of(dataSets == null ? "../../shared/data" : dataSets).resolve("payloads");
    }
}
