package tidings.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;

@CommandNodeTest
class AdministrationIT {

    private final JdbcTemplate jdbc;
    private Rest rest = new Rest(0);

    AdministrationIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void isClosedToEverybodyElse() {
        Person ada = rest.person("ada");
        Person eve = rest.person("eve");
        for (String path : List.of("/deactivation", "/roles/ADMIN")) {
            assertThat(rest.put("/api/accounts/" + ada.id() + path, eve).code()).isEqualTo("FORBIDDEN");
            assertThat(rest.delete("/api/accounts/" + ada.id() + path, eve).code())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(rest.delete("/api/accounts/" + ada.id(), eve).code()).isEqualTo("FORBIDDEN");
        assertThat(audit(eve, 0).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void deactivatesAndReactivates() {
        Person admin = administrator();
        Person ada = rest.person("ada");
        assertThat(rest.put("/api/accounts/" + ada.id() + "/deactivation", admin)
                        .status())
                .isEqualTo(204);
        assertThat(signIn(ada).status()).isEqualTo(401);
        assertThat(rest.post("/api/tickets", ada, Map.of()).status()).isEqualTo(401);
        assertThat(rest.delete("/api/accounts/" + ada.id() + "/deactivation", admin)
                        .status())
                .isEqualTo(204);
        assertThat(signIn(ada).status()).isEqualTo(200);
    }

    @Test
    void deletes() {
        Person admin = administrator();
        Person ada = rest.person("ada");
        assertThat(rest.delete("/api/accounts/" + ada.id(), admin).status()).isEqualTo(204);
        assertThat(rest.delete("/api/accounts/" + ada.id() + "/deactivation", admin)
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(rest.delete("/api/accounts/not-an-id", admin).code()).isEqualTo("NOT_FOUND");
        assertThat(signIn(ada).status()).isEqualTo(401);
    }

    @Test
    void givesAndTakesTheRoleAtOnce() {
        Person admin = administrator();
        Person ada = rest.person("ada");
        String role = "/api/accounts/" + ada.id() + "/roles/";
        assertThat(rest.put(role + "KING", admin).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.put(role + "USER", admin).code()).isEqualTo("BAD_FRAME");
        assertThat(rest.put(role + "ADMIN", admin).status()).isEqualTo(204);
        assertThat(audit(ada, 0).status()).isEqualTo(200);
        assertThat(rest.delete(role + "ADMIN", admin).status()).isEqualTo(204);
        assertThat(audit(ada, 0).status()).isEqualTo(403);
    }

    @Test
    void recordsNothingThatIsAlreadySo() {
        Person admin = administrator();
        Person ada = rest.person("ada");
        long before = lastEntry(admin);
        // he or she has the role without an event, as the founder does
        assertThat(rest.put("/api/accounts/" + admin.id() + "/roles/ADMIN", admin)
                        .status())
                .isEqualTo(204);
        assertThat(rest.delete("/api/accounts/" + ada.id() + "/roles/ADMIN", admin)
                        .status())
                .isEqualTo(204);
        assertThat(rest.delete("/api/accounts/" + ada.id() + "/deactivation", admin)
                        .status())
                .isEqualTo(204);
        assertThat(lastEntry(admin)).isEqualTo(before);
    }

    @Test
    void keepsTheLastAdministrator() {
        Person admin = administrator();
        List<String> others = jdbc.query(
                "SELECT account_id FROM account_role WHERE role = 'ADMIN' AND account_id <> ?",
                (row, n) -> row.getString(1),
                admin.id());
        others.forEach(other -> assertThat(rest.delete("/api/accounts/" + other + "/roles/ADMIN", admin)
                        .status())
                .isEqualTo(204));
        String self = "/api/accounts/" + admin.id();
        assertThat(rest.delete(self + "/roles/ADMIN", admin).code()).isEqualTo("CONFLICT");
        assertThat(rest.put(self + "/deactivation", admin).code()).isEqualTo("CONFLICT");
        assertThat(rest.delete(self, admin).code()).isEqualTo("CONFLICT");
        assertThat(rest.post("/api/accounts/me/deletion", admin, Map.of("password", Rest.PASSWORD))
                        .code())
                .isEqualTo("CONFLICT");
    }

    @Test
    void listsWhatWasDoneAndByWhom() {
        Person admin = administrator();
        Person ada = rest.person("ada");
        long before = lastEntry(admin);
        rest.put("/api/accounts/" + ada.id() + "/deactivation", admin);
        rest.delete("/api/accounts/" + ada.id() + "/deactivation", admin);
        List<JsonNode> entries = entries(audit(admin, before)).stream()
                .filter(entry -> entry.path("accountId").asString().equals(ada.id()))
                .toList();
        assertThat(entries)
                .extracting(entry -> entry.path("type").asString())
                .containsExactly("AccountDeactivated", "AccountReactivated");
        assertThat(entries)
                .allSatisfy(
                        entry -> assertThat(entry.path("actorId").asString()).isEqualTo(admin.id()));
        assertThat(entries(rest.get(
                        "/api/audit?after=" + before + "&limit=1", "Authorization", "Bearer " + admin.accessToken())))
                .hasSize(1);
    }

    private Person administrator() {
        Person person = rest.person("admin");
        jdbc.update("INSERT INTO account_role (account_id, role) VALUES (?, 'ADMIN')", person.id());
        return person;
    }

    private long lastEntry(Person admin) {
        long last = 0;
        for (List<JsonNode> page = entries(audit(admin, last)); !page.isEmpty(); page = entries(audit(admin, last))) {
            last = page.getLast().path("id").asLong();
        }
        return last;
    }

    private Answer audit(Person caller, long after) {
        return rest.get("/api/audit?after=" + after, "Authorization", "Bearer " + caller.accessToken());
    }

    private static List<JsonNode> entries(Answer answer) {
        return StreamSupport.stream(answer.json().spliterator(), false).toList();
    }

    private Answer signIn(Person person) {
        return rest.post("/api/sessions", null, Map.of("username", person.username(), "password", Rest.PASSWORD));
    }
}
