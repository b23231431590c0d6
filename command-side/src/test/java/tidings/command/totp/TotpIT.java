package tidings.command.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

@CommandNodeTest
class TotpIT {

    private static final String TOTP = "/api/accounts/me/totp";

    private Rest rest = new Rest(0);

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void isAskedForOnceItIsConfirmed() {
        Person ada = rest.person("ada");
        Authenticator app = begin(ada);
        assertThat(signIn(ada, null).status()).isEqualTo(200);
        assertThat(rest.put(TOTP, ada, Map.of("code", "000000x")).code()).isEqualTo("FORBIDDEN");
        Answer confirmed = rest.put(TOTP, ada, Map.of("code", app.code(0)));
        assertThat(confirmed.json().path("recoveryCodes")).hasSize(10);

        Answer missing = signIn(ada, null);
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.code()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(missing.field("type")).isEqualTo("urn:tidings:problem:second-factor-required");
        assertThat(signIn(ada, "000000x").field("type")).isEqualTo("about:blank");
        assertThat(signIn(ada, app.code(1)).status()).isEqualTo(200);
    }

    @Test
    void isGoodOnce() {
        Person ada = rest.person("ada");
        Authenticator app = begin(ada);
        String code = app.code(0);
        assertThat(rest.put(TOTP, ada, Map.of("code", code)).status()).isEqualTo(200);
        assertThat(signIn(ada, code).status()).isEqualTo(401);
        String next = app.code(1);
        assertThat(signIn(ada, next).status()).isEqualTo(200);
        assertThat(signIn(ada, next).status()).isEqualTo(401);
    }

    @Test
    void saysNothingToWhoDoesNotKnowThePassword() {
        Person ada = rest.person("ada");
        Authenticator app = begin(ada);
        rest.put(TOTP, ada, Map.of("code", app.code(0)));
        Answer wrong = rest.post("/api/sessions", null, Map.of("username", ada.username(), "password", "wrong horse"));
        assertThat(wrong.field("type")).isEqualTo("about:blank");
    }

    @Test
    void isReplacedByARecoveryCodeOnce() {
        Person ada = rest.person("ada");
        Authenticator app = begin(ada);
        String recovery = rest.put(TOTP, ada, Map.of("code", app.code(0)))
                .json()
                .path("recoveryCodes")
                .get(0)
                .asString();
        assertThat(signIn(ada, " " + recovery.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(signIn(ada, recovery).status()).isEqualTo(401);
    }

    @Test
    void isRemovedWithThePasswordAndACode() {
        Person ada = rest.person("ada");
        Authenticator app = begin(ada);
        rest.put(TOTP, ada, Map.of("code", app.code(0)));
        assertThat(rest.post(TOTP, ada, Map.of("password", Rest.PASSWORD)).code())
                .isEqualTo("CONFLICT");
        assertThat(rest.post(TOTP + "/removal", ada, Map.of("password", "wrong horse", "totp", "000000x"))
                        .code())
                .isEqualTo("FORBIDDEN");
        Answer passwordAlone = rest.post(TOTP + "/removal", ada, Map.of("password", Rest.PASSWORD));
        assertThat(passwordAlone.status()).isEqualTo(401);
        assertThat(passwordAlone.code()).isEqualTo("REAUTHENTICATION_REQUIRED");
        String code = app.code(1);
        assertThat(rest.post(TOTP + "/removal", ada, Map.of("totp", code)).code())
                .isEqualTo("REAUTHENTICATION_REQUIRED");
        assertThat(rest.post(TOTP + "/removal", ada, Map.of("password", Rest.PASSWORD, "totp", "000000x"))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(rest.post(TOTP + "/removal", ada, Map.of("password", Rest.PASSWORD, "totp", code))
                        .status())
                .isEqualTo(204);
        assertThat(signIn(ada, null).status()).isEqualTo(200);
    }

    @Test
    void standsForThePasswordWhereAnAccessTokenIsNotEnough() {
        Person ada = rest.person("ada");
        Authenticator app = begin(ada);
        rest.put(TOTP, ada, Map.of("code", app.code(0)));
        Map<String, Object> token = Map.of("name", "ci", "scopes", List.of("messages:read"), "totp", app.code(1));
        assertThat(rest.post("/api/accounts/me/tokens", ada, token).status()).isEqualTo(201);
        assertThat(rest.post("/api/accounts/me/tokens", ada, token).code())
                .as("each code is good once")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void isBegunWithThePasswordOnly() {
        Person ada = rest.person("ada");
        assertThat(rest.post(TOTP, ada, Map.of("password", "wrong horse")).code())
                .isEqualTo("FORBIDDEN");
        assertThat(rest.put(TOTP, ada, Map.of("code", "123456")).code()).isEqualTo("CONFLICT");
    }

    private Authenticator begin(Person person) {
        Answer enrolment = rest.post(TOTP, person, Map.of("password", Rest.PASSWORD));
        assertThat(enrolment.status()).isEqualTo(200);
        assertThat(enrolment.field("uri")).contains(enrolment.field("secret"), person.username());
        return new Authenticator(enrolment.field("secret"));
    }

    private Answer signIn(Person person, @Nullable String totp) {
        return rest.post(
                "/api/sessions",
                null,
                totp == null
                        ? Map.of("username", person.username(), "password", Rest.PASSWORD)
                        : Map.of("username", person.username(), "password", Rest.PASSWORD, "totp", totp));
    }
}
