package tidings.command.account.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

@CommandNodeTest
class RegistrationIT {

    private final JdbcTemplate jdbc;
    private Rest rest = new Rest(0);

    RegistrationIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void registersAnAccount() {
        String name = unique();
        Answer answer = register(Map.of("username", name, "password", Rest.PASSWORD, "displayName", "Ada 👩‍🚀"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.field("username")).isEqualTo(name);
        UUID id = UUID.fromString(answer.field("id"));
        assertThat(id.version()).isEqualTo(7);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "username");
        assertThat(events(id)).containsExactly("AccountRegistered");
    }

    @Test
    void keepsPasswordsOutOfTheLog() {
        String password = "unmistakable-" + UUID.randomUUID();
        String id = register(Map.of("username", unique(), "password", password)).field("id");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM domain_event_entry WHERE aggregate_identifier = ?"
                                + " AND (INSTR(payload, ?) > 0 OR INSTR(payload, '$2b$') > 0)",
                        Integer.class,
                        id,
                        password))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "SELECT password_hash FROM account_credentials WHERE account_id = ?", String.class, id))
                .startsWith("$2b$");
    }

    @Test
    void refusesATakenNameWhateverItsCase() {
        String name = unique();
        assertThat(register(Map.of("username", name, "password", Rest.PASSWORD)).status())
                .isEqualTo(201);
        Answer again = register(Map.of("username", name.toUpperCase(java.util.Locale.ROOT), "password", Rest.PASSWORD));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CONFLICT");
    }

    @Test
    void refusesANameThatLooksLikeATakenOne() {
        String name = "m" + unique();
        assertThat(register(Map.of("username", name + "o", "password", Rest.PASSWORD))
                        .status())
                .isEqualTo(201);
        for (String twin : List.of("rn" + name.substring(1) + "o", name + "0", name + "O")) {
            assertThat(register(Map.of("username", twin, "password", Rest.PASSWORD))
                            .code())
                    .isEqualTo("CONFLICT");
        }
    }

    @Test
    void givesLookAlikesToOneOfManyAtOnce() {
        String name = unique();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = Stream.of("o", "O", "0", "o", "0", "O")
                    .map(last ->
                            threads.submit(() -> register(Map.of("username", name + last, "password", Rest.PASSWORD))
                                    .status()))
                    .toList()
                    .stream()
                    .map(RegistrationIT::get)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "Here", "everyone", "al1", "admin"})
    void refusesReservedNames(String name) {
        Answer answer = register(Map.of("username", name, "password", Rest.PASSWORD));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("detail")).contains("reserved");
    }

    @Test
    void givesANameToOneOfManyAtOnce() {
        String name = unique();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> register(Map.of("username", name, "password", Rest.PASSWORD))
                            .status()))
                    .toList()
                    .stream()
                    .map(RegistrationIT::get)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    @Test
    void completesARegistrationThatACrashCutOff() {
        String name = unique();
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "INSERT INTO account_name (name_key, username, account_id, registered, attempt, lease_until)"
                        + " VALUES (?, ?, ?, FALSE, ?, UTC_TIMESTAMP(3) + INTERVAL 30 SECOND)",
                name,
                name,
                id,
                UUID.randomUUID().toString());
        assertThat(register(Map.of("username", name, "password", Rest.PASSWORD)).status())
                .as("the other attempt may still be under way")
                .isEqualTo(409);
        jdbc.update("UPDATE account_name SET lease_until = UTC_TIMESTAMP(3) WHERE name_key = ?", name);

        Answer completed = register(Map.of("username", name, "password", Rest.PASSWORD));
        assertThat(completed.status()).isEqualTo(201);
        assertThat(completed.field("id")).isEqualTo(id);
        assertThat(events(UUID.fromString(id))).containsExactly("AccountRegistered");
        rest.signIn(id, name);
    }

    @Test
    void completesARegistrationThatACrashCutOffAfterItsEvent() {
        String name = unique();
        String id =
                register(Map.of("username", name, "password", "not this one")).field("id");
        jdbc.update("DELETE FROM account_credentials WHERE account_id = ?", id);
        jdbc.update(
                "UPDATE account_name SET registered = FALSE, lease_until = UTC_TIMESTAMP(3) WHERE name_key = ?", name);

        assertThat(register(Map.of("username", name, "password", Rest.PASSWORD)).field("id"))
                .isEqualTo(id);
        assertThat(events(UUID.fromString(id))).containsExactly("AccountRegistered");
        rest.signIn(id, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"x\"",
                "{\"username\":\"ada\"}",
                "{\"password\":\"correct horse\"}",
                "{\"username\":null,\"password\":\"correct horse\"}",
                "{\"username\":7,\"password\":\"correct horse\"}",
                "{\"username\":true,\"password\":\"correct horse\"}",
                "{\"username\":[\"ada\"],\"password\":\"correct horse\"}",
                "{\"username\":{\"a\":1},\"password\":\"correct horse\"}",
                "{\"username\":\"ada\",\"password\":12345678}",
                "{\"username\":\"ada\",\"password\":\"short\"}",
                "{\"username\":\"\",\"password\":\"correct horse\"}",
                "{\"username\":\"a b\",\"password\":\"correct horse\"}",
                "{\"username\":\"a'; DROP TABLE account_name; --\",\"password\":\"correct horse\"}",
                "{\"username\":\"\\ud83d\\udc4d\",\"password\":\"correct horse\"}",
                "{\"username\":\"ada\",\"password\":\"correct horse\",\"displayName\":\"\"}",
                "{\"username\":\"ada\",\"password\":\"correct horse\",\"displayName\":\"a\\u0000b\"}",
                "{\"username\":\"ada\",\"password\":\"correct horse\",\"displayName\":\"\\ud800\"}",
                "{\"username\":\"ada\",\"password\":\"correct horse\",\"displayName\":5}",
                "{\"username\":\"ada\",\"username\":\"bob\",\"password\":\"correct horse\"}"
            })
    void refusesWhatIsNoRegistration(String body) {
        Answer answer = rest.send("POST", "/api/accounts", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_FRAME");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void makesNobodyButTheVeryFirstAccountAnAdministrator() throws ParseException {
        rest.person("early");
        String founder = jdbc.queryForObject("SELECT account_id FROM founder", String.class);
        assertThat(jdbc.queryForObject(
                        "SELECT aggregate_identifier FROM domain_event_entry WHERE payload_type = 'AccountRegistered'"
                                + " ORDER BY global_index LIMIT 1",
                        String.class))
                .isEqualTo(founder);
        assertThat(roles(rest.person("late"))).containsExactly("USER");
    }

    private static List<String> roles(Person person) throws ParseException {
        return SignedJWT.parse(person.accessToken()).getJWTClaimsSet().getStringListClaim("roles");
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        assertThat(register(Map.of("username", unique(), "password", Rest.PASSWORD, "role", List.of("ADMIN")))
                        .status())
                .isEqualTo(201);
    }

    private Answer register(Map<String, Object> account) {
        return rest.post("/api/accounts", null, account);
    }

    private List<String> events(UUID id) {
        return jdbc.query(
                "SELECT payload_type FROM domain_event_entry WHERE aggregate_identifier = ? ORDER BY sequence_number",
                (row, n) -> row.getString(1),
                id.toString());
    }

    private static String unique() {
        return "a" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static int get(java.util.concurrent.Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
