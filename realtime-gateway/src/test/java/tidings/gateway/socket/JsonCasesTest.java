package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The JSON test suite against a socket. It is no part of the project, and used where it lies beside a checkout in
 * {@code shared/data/payloads}, or where {@code TIDINGS_DATA_SETS} says; a case of our own of each kind always.
 */
class JsonCasesTest {

    private static final int INVALID_DATA = 1007;
    /** RFC 8259 leaves it to the reader whether names may be there twice, and how long a number may be. */
    private static final Set<String> BEYOND_OUR_LIMITS = Set.of(
            "y_object_duplicated_key.json",
            "y_object_duplicated_key_and_value.json",
            "y_number_double_close_to_zero.json");

    private static final Map<String, byte[]> CASES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        CASES.put("y_own", "[{\"a\":[1.5e3,\"\\ud83d\\ude00\",null]}]".getBytes(StandardCharsets.UTF_8));
        CASES.put("n_own", "[1,]".getBytes(StandardCharsets.UTF_8));
        CASES.put("n_own_utf8", new byte[] {'"', (byte) 0xff, '"'});
        Path folder = Path.of(System.getenv().getOrDefault("TIDINGS_DATA_SETS", "../../shared/data"))
                .resolve("payloads/jsontestsuite/test_parsing");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    CASES.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
    }

    /** In a field that nobody knows, it must be JSON and nothing more. */
    @Test
    void ignoresWhatItDoesNotKnowAsLongAsItIsJson() {
        CASES.forEach((name, json) -> {
            byte[] frame = frame(json);
            String answer = answer(frame);
            if (!isUtf8(frame)) {
                assertThat(answer).as(name).isEqualTo(String.valueOf(INVALID_DATA));
            } else if (name.startsWith("i_")) {
                assertThat(answer).as(name).containsAnyOf("pong", "BAD_FRAME");
            } else if (name.startsWith("n_") || BEYOND_OUR_LIMITS.contains(name)) {
                assertThat(answer).as(name).containsAnyOf("BAD_FRAME", "1009");
            } else {
                assertThat(answer).as(name).contains("pong");
            }
        });
    }

    /** None of them is a frame, and none drops a socket that follows the protocol; a stranger may not send so many. */
    @Test
    void answersAllOfThemAsFrames() {
        WireClient client = new PipelineHarness().openAsAnn();
        CASES.forEach((name, json) -> {
            if (isUtf8(json) && json.length < 65_536) {
                client.send(true, 0, WireClient.TEXT, json);
                assertThat(client.frame().text()).as(name).contains("BAD_FRAME");
            }
        });
        assertThat(client.channel().isOpen()).isTrue();
    }

    private static String answer(byte[] frame) {
        WireClient client = new PipelineHarness().open("/ws", Map.of());
        client.send(true, 0, WireClient.TEXT, frame);
        List<WireFrame> frames = client.frames();
        assertThat(frames).hasSize(1);
        WireFrame only = frames.getFirst();
        return only.opcode() == WireClient.CLOSE ? String.valueOf(only.closeCode()) : only.text();
    }

    private static byte[] frame(byte[] json) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes("{\"type\":\"ping\",\"extra\":".getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(json);
        frame.write('}');
        return frame.toByteArray();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
