package tidings.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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
class SessionsIT {

    private final JdbcTemplate jdbc;
    private final Tickets tickets;
    private Rest rest = new Rest(0);

    SessionsIT(@Autowired JdbcTemplate jdbc, @Autowired Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void signsInWithAPairOfTokens() throws ParseException {
        Person ada = rest.person("ada");
        Answer answer = signIn(ada.username(), Rest.PASSWORD);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("accessToken", "refreshToken", "expiresIn");
        assertThat(answer.json().get("expiresIn").asInt()).isEqualTo(900);
        assertThat(answer.header("Cache-Control")).contains("no-store");

        SignedJWT token = SignedJWT.parse(answer.field("accessToken"));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getSubject()).isEqualTo(ada.id());
        assertThat(claims.getIssuer()).isEqualTo("tidings");
        assertThat(claims.getAudience()).containsExactly("tidings");
        assertThat(claims.getStringListClaim("roles")).contains("USER");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
        Answer keys = rest.get("/.well-known/jwks.json");
        assertThat(JWKSet.parse(keys.text()).getKeyByKeyId(token.getHeader().getKeyID()))
                .isNotNull();
        assertThat(JWKSet.parse(keys.text()).containsNonPublicKeys()).isFalse();
    }

    @Test
    void signsInWhateverTheCaseOfTheName() {
        Person ada = rest.person("Ada");
        assertThat(signIn(ada.username().toUpperCase(java.util.Locale.ROOT), Rest.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersAlikeWhetherTheNameOrThePasswordIsWrong() {
        Person ada = rest.person("ada");
        Answer wrongPassword = signIn(ada.username(), "wrong horse");
        Answer wrongName = signIn("nobody-" + UUID.randomUUID().toString().substring(0, 8), Rest.PASSWORD);
        Answer noName = signIn("' OR 1=1 --", Rest.PASSWORD);
        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(wrongPassword.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(wrongName.text()).isEqualTo(wrongPassword.text());
        assertThat(noName.text()).isEqualTo(wrongPassword.text());
    }

    @Test
    void slowsGuessesDown() {
        Person ada = rest.person("ada");
        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(i -> signIn(ada.username(), "wrong horse " + i).status())
                .toList();
        assertThat(statuses.subList(0, 10)).containsOnly(401);
        assertThat(statuses.subList(10, 12)).containsOnly(429);
        Answer throttled = signIn(ada.username(), Rest.PASSWORD);
        assertThat(throttled.code()).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 20);
        assertThat(signIn(rest.person("bob").username(), Rest.PASSWORD).status())
                .as("nobody else is slowed down")
                .isEqualTo(200);
    }

    @Test
    void rotatesRefreshTokens() {
        Person ada = rest.person("ada");
        Answer second = refresh(ada.refreshToken());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.field("refreshToken")).isNotEqualTo(ada.refreshToken());
        Answer third = refresh(second.field("refreshToken"));
        assertThat(third.status()).isEqualTo(200);
        assertThat(ticket(third.field("accessToken")).status()).isEqualTo(201);
    }

    @Test
    void endsTheSessionWhenAUsedRefreshTokenComesBack() {
        Person ada = rest.person("ada");
        Answer second = refresh(ada.refreshToken());
        Answer reuse = refresh(ada.refreshToken());
        assertThat(reuse.status()).isEqualTo(401);
        assertThat(reuse.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(refresh(second.field("refreshToken")).status()).isEqualTo(401);
        assertThat(ticket(second.field("accessToken")).status()).isEqualTo(401);
        assertThat(ticket(ada.accessToken()).status()).isEqualTo(401);
        assertThat(sessionsEnded(ada)).isEqualTo(1);
        assertThat(rest.signIn(ada.id(), ada.username()).accessToken()).isNotBlank();
    }

    @Test
    void letsOneOfManyRefreshAtOnce() {
        Person ada = rest.person("ada");
        List<Integer> statuses = atOnce(6, () -> refresh(ada.refreshToken()).status());
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' OR 1=1 --", "💥"})
    void refusesForeignRefreshTokens(String token) {
        assertThat(refresh(token).status()).isEqualTo(401);
    }

    @Test
    void refusesExpiredRefreshTokens() {
        Person ada = rest.person("ada");
        jdbc.update(
                "UPDATE refresh_token SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE session_id = ?",
                sessionId(ada));
        assertThat(refresh(ada.refreshToken()).status()).isEqualTo(401);
        assertThat(ticket(ada.accessToken()).status())
                .as("that is no theft: the session goes on")
                .isEqualTo(201);
    }

    @Test
    void signsOut() {
        Person ada = rest.person("ada");
        assertThat(rest.delete("/api/sessions/current", ada).status()).isEqualTo(204);
        Answer refused = rest.delete("/api/sessions/current", ada);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(refresh(ada.refreshToken()).status()).isEqualTo(401);
        assertThat(sessionsEnded(ada)).isEqualTo(1);
    }

    @Test
    void recordsTheEndOfASessionThatACrashCutOff() {
        Person ada = rest.person("ada");
        jdbc.update(
                "UPDATE session SET ended_at = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE WHERE session_id = ?",
                sessionId(ada));
        assertThat(ticket(ada.accessToken()).status()).isEqualTo(401);
        Awaitility.await().until(() -> sessionsEnded(ada) == 1);
    }

    @Test
    void endsOneSessionOfSeveral() {
        Person ada = rest.person("ada");
        Person elsewhere = rest.signIn(ada.id(), ada.username());
        rest.delete("/api/sessions/current", ada);
        assertThat(ticket(elsewhere.accessToken()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x.y.z", "Basic YWRhOmFkYQ==", "bearer e30.e30.e30"})
    void refusesOtherAuthorizations(String authorization) {
        Answer answer = rest.send("POST", "/api/tickets", null, "Authorization", authorization);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void drawsTicketsThatOpenOnce() {
        Person ada = rest.person("ada");
        Answer answer = ticket(ada.accessToken());
        assertThat(answer.status()).isEqualTo(201);
        String ticket = answer.field("ticket");
        assertThat(ticket).hasSize(43);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM ticket WHERE INSTR(ticket_hash, ?) > 0", Integer.class, ticket))
                .isZero();

        List<Boolean> redeemed = atOnce(6, () -> tickets.redeem(ticket).isPresent());
        assertThat(redeemed).containsOnlyOnce(true);
        Tickets.Holder holder =
                tickets.redeem(ticket(ada.accessToken()).field("ticket")).orElseThrow();
        assertThat(holder.accountId()).hasToString(ada.id());
        assertThat(holder.sessionId()).isEqualTo(sessionId(ada));
        assertThat(holder.accessEnds()).isAfter(Instant.EPOCH);
    }

    @Test
    void refusesTicketsThatAreTooOldOrOfEndedSessions() {
        Person ada = rest.person("ada");
        String old = ticket(ada.accessToken()).field("ticket");
        jdbc.update("UPDATE ticket SET expires_at = UTC_TIMESTAMP(3) WHERE account_id = ?", ada.id());
        assertThat(tickets.redeem(old)).isEmpty();

        String ended = ticket(ada.accessToken()).field("ticket");
        rest.delete("/api/sessions/current", ada);
        assertThat(tickets.redeem(ended)).isEmpty();
        assertThat(tickets.redeem("")).isEmpty();
        assertThat(tickets.redeem("x".repeat(10_000))).isEmpty();
    }

    private Answer signIn(String username, String password) {
        return rest.post("/api/sessions", null, Map.of("username", username, "password", password));
    }

    private Answer refresh(String refreshToken) {
        return rest.post("/api/sessions/refresh", null, Map.of("refreshToken", refreshToken));
    }

    private Answer ticket(String accessToken) {
        return rest.send("POST", "/api/tickets", null, "Authorization", "Bearer " + accessToken);
    }

    private int sessionsEnded(Person person) {
        Integer ended = jdbc.queryForObject(
                "SELECT COUNT(*) FROM domain_event_entry WHERE aggregate_identifier = ? AND payload_type = 'SessionEnded'",
                Integer.class,
                person.id());
        return ended == null ? -1 : ended;
    }

    private static String sessionId(Person person) {
        try {
            return SignedJWT.parse(person.accessToken()).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> task).toList())
                    .stream()
                    .map(SessionsIT::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(java.util.concurrent.Future<T> future) {
        return future.resultNow();
    }
}
