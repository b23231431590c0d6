package tidings.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;

@CommandNodeTest
class OwnAccountIT {

    private static final String OTHER_PASSWORD = "battery staple";

    private Rest rest = new Rest(0);

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void changesTheNameThatOthersSee() {
        Person ada = rest.person("ada");
        assertThat(rename(ada, "Countess").status()).isEqualTo(204);
        assertThat(rename(ada, " ").code()).isEqualTo("BAD_FRAME");
        assertThat(rename(ada, "x".repeat(81)).code()).isEqualTo("TOO_LARGE");
        assertThat(rest.patch("/api/accounts/me", ada, Map.of()).code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Person ada = rest.person("ada");
        Person phone = rest.signIn(ada.id(), ada.username());
        Answer wrong = changePassword(ada, OTHER_PASSWORD, OTHER_PASSWORD);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(changePassword(ada, Rest.PASSWORD, "short").code()).isEqualTo("BAD_FRAME");

        assertThat(changePassword(ada, Rest.PASSWORD, OTHER_PASSWORD).status()).isEqualTo(204);

        assertThat(draw(ada).status()).isEqualTo(201);
        assertThat(draw(phone).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(refresh(phone).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(signIn(ada, Rest.PASSWORD).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(signIn(ada, OTHER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void listsSessionsAndEndsThem() {
        Person ada = rest.person("ada");
        Person phone = rest.signIn(ada.id(), ada.username());
        Person eve = rest.person("eve");
        List<JsonNode> sessions = sessions(ada);
        assertThat(sessions).hasSize(2);
        assertThat(sessions.stream().filter(s -> s.path("current").asBoolean())).hasSize(1);
        assertThat(sessions)
                .allSatisfy(s -> assertThat(s.path("device").asString()).isNotEmpty());
        String other = sessions.stream()
                .filter(s -> !s.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(rest.delete("/api/sessions/" + other, eve).code()).isEqualTo("NOT_FOUND");
        assertThat(draw(phone).status()).isEqualTo(201);
        assertThat(rest.delete("/api/sessions/" + other, ada).status()).isEqualTo(204);
        assertThat(draw(phone).status()).isEqualTo(401);
        assertThat(sessions(ada)).hasSize(1);

        Person tablet = rest.signIn(ada.id(), ada.username());
        assertThat(rest.delete("/api/sessions", ada).status()).isEqualTo(204);
        assertThat(draw(tablet).status()).isEqualTo(401);
        assertThat(draw(ada).status()).isEqualTo(201);
    }

    @Test
    void deactivatesItselfWithThePassword() {
        Person ada = rest.person("ada");
        assertThat(confirm(ada, "deactivation", "wrong horse").status()).isEqualTo(403);
        assertThat(confirm(ada, "deactivation", Rest.PASSWORD).status()).isEqualTo(204);
        assertThat(draw(ada).status()).isEqualTo(401);
        assertThat(refresh(ada).status()).isEqualTo(401);
        assertThat(signIn(ada, Rest.PASSWORD).text())
                .isEqualTo(signIn(ada, "wrong horse").text());
    }

    @Test
    void deletesItselfForGoodAndKeepsItsNameFromOthers() {
        Person ada = rest.person("ada");
        assertThat(confirm(ada, "deletion", "wrong horse").status()).isEqualTo(403);
        assertThat(confirm(ada, "deletion", Rest.PASSWORD).status()).isEqualTo(204);
        assertThat(signIn(ada, Rest.PASSWORD).status()).isEqualTo(401);
        assertThat(rest.post("/api/accounts", null, Map.of("username", ada.username(), "password", Rest.PASSWORD))
                        .code())
                .isEqualTo("CONFLICT");
    }

    private Answer rename(Person person, String name) {
        return rest.patch("/api/accounts/me", person, Map.of("displayName", name));
    }

    private Answer changePassword(Person person, String old, String chosen) {
        return rest.put("/api/accounts/me/password", person, Map.of("oldPassword", old, "newPassword", chosen));
    }

    private Answer confirm(Person person, String what, String password) {
        return rest.post("/api/accounts/me/" + what, person, Map.of("password", password));
    }

    private Answer draw(Person person) {
        return rest.post("/api/tickets", person, Map.of());
    }

    private Answer refresh(Person person) {
        return rest.post("/api/sessions/refresh", null, Map.of("refreshToken", person.refreshToken()));
    }

    private Answer signIn(Person person, String password) {
        return rest.post("/api/sessions", null, Map.of("username", person.username(), "password", password));
    }

    private List<JsonNode> sessions(Person person) {
        JsonNode answer = rest.get("/api/sessions", "Authorization", "Bearer " + person.accessToken())
                .json();
        return StreamSupport.stream(answer.spliterator(), false).toList();
    }
}
