package tidings.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidings.system.client.Account;
import tidings.system.client.Http;
import tidings.system.client.Json;
import tidings.system.stage.Stage;

/** Signing in at several command nodes. */
class SignInIT {

    private final Stage stage = Stage.shared();

    @Test
    void guessesAreCountedOverAllNodes() {
        Account ann = stage.newcomer("guessed");
        List<URI> nodes = List.of(stage.command(1), stage.command(2));
        assertThat(IntStream.range(0, 10).map(i -> guess(nodes.get(i % 2), ann)))
                .containsOnly(401);
        nodes.forEach(node -> assertThat(guess(node, ann)).isEqualTo(429));
    }

    private static int guess(URI node, Account account) {
        return new Http(node, Map.of())
                .call(
                        "POST",
                        "/api/sessions",
                        Json.object().put("username", account.username()).put("password", "a wild guess"))
                .status();
    }
}
