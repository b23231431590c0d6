package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.gateway.socket.WireClient.CONTINUATION;
import static tidings.gateway.socket.WireClient.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 8.1: text is UTF-8, and wrong bytes end the connection. */
class Utf8CasesTest {

    private final WireClient client = new PipelineHarness().openEcho();

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    /** Markus Kuhn's decoder tests: first and last of each length, and what lies beside the surrogates. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbfbd",
                "efbfbe",
                "efbfbf",
                "f0908080",
                "f48fbfbf",
                "cebae1bdb9cf83cebcceb5",
                "f09f918b"
            })
    void echoesValidText(String bytes) {
        client.send(true, 0, TEXT, hex(bytes));
        assertThat(client.frame().payload()).isEqualTo(hex(bytes));
    }

    /** The same text, each byte in a fragment of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"dfbf", "ed9fbf", "f48fbfbf", "cebae1bdb9cf83cebcceb5f09f918b"})
    void joinsCharactersThatAreSplitAnywhere(String bytes) {
        byte[] text = hex(bytes);
        for (int i = 0; i < text.length; i++) {
            client.send(i == text.length - 1, 0, i == 0 ? TEXT : CONTINUATION, new byte[] {text[i]});
        }
        assertThat(client.frame().payload()).isEqualTo(text);
    }

    /** Stray and missing continuations, overlong forms, surrogates, beyond U+10FFFF, bytes that are never UTF-8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "8080",
                "c0",
                "df",
                "e080",
                "f08080",
                "c0af",
                "e080af",
                "f08080af",
                "f8808080af",
                "fc80808080af",
                "c1bf",
                "e09fbf",
                "f08fbfbf",
                "eda080",
                "edafbf",
                "edb080",
                "edbfbf",
                "eda080edb080",
                "f4908080",
                "f8888080",
                "fe",
                "ff",
                "fefeffff",
                "cebae1bdb9cf83cebcceb5eda080656469746564"
            })
    void refusesInvalidText(String bytes) {
        client.send(true, 0, TEXT, hex(bytes));
        assertThat(client.closeCode()).isEqualTo(1007);
    }

    /** What is wrong in the first fragment is refused at once, not after the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "f4908080", "eda080"})
    void refusesInvalidTextBeforeTheMessageEnds(String bytes) {
        client.send(false, 0, TEXT, "valid ".getBytes(StandardCharsets.UTF_8));
        assertThat(client.frames()).isEmpty();
        client.send(false, 0, CONTINUATION, hex(bytes));
        assertThat(client.closeCode()).isEqualTo(1007);
    }
}
