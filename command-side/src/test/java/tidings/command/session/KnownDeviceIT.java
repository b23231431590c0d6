package tidings.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

/** Who guesses at somebody's own address does not keep him out. */
@CommandNodeTest
class KnownDeviceIT {

    private Rest rest = new Rest(0);

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void keepsADeviceThatSignedInOnceApartFromGuessesAtItsAddress() {
        Person ada = rest.person("ada");
        Answer first = signIn(ada.username(), Rest.PASSWORD, "");
        String cookie = first.header("Set-Cookie");
        assertThat(cookie)
                .startsWith("tidings_device=")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=15552000")
                .doesNotContain("Secure");
        String shown = cookie.substring(0, cookie.indexOf(';'));
        IntStream.range(0, 12).forEach(i -> signIn(ada.username(), "wrong horse " + i, ""));
        assertThat(signIn(ada.username(), Rest.PASSWORD, "").status()).isEqualTo(429);
        Answer again = signIn(ada.username(), Rest.PASSWORD, shown);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Set-Cookie")).as("it goes on").startsWith(shown);
        assertThat(signIn(ada.username(), "wrong horse", shown).header("Set-Cookie"))
                .isEmpty();
        assertThat(signIn(rest.person("bob").username(), Rest.PASSWORD, shown).header("Set-Cookie"))
                .as("nobody else's device")
                .doesNotContain(shown);
    }

    @Test
    void boundsTheGuessesOfADeviceToo() {
        Person ada = rest.person("ada");
        String cookie = signIn(ada.username(), Rest.PASSWORD, "").header("Set-Cookie");
        String shown = cookie.substring(0, cookie.indexOf(';'));
        assertThat(IntStream.range(0, 12)
                        .mapToObj(i -> signIn(ada.username(), "wrong horse " + i, shown)
                                .status()))
                .startsWith(401, 401, 401, 401, 401, 401, 401, 401, 401, 401)
                .endsWith(429, 429);
    }

    private Answer signIn(String username, String password, String cookie) {
        return rest.send(
                "POST",
                "/api/sessions",
                Rest.JSON.writeValueAsString(Map.of("username", username, "password", password)),
                "Cookie",
                cookie);
    }
}
