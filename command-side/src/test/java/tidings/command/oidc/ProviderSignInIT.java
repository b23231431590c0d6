package tidings.command.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.oidc.StandInProvider.Twist;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

@CommandNodeTest
class ProviderSignInIT {

    private static final String PROBLEM = "urn:tidings:problem:";

    private final StandInProvider provider = StandInProvider.shared();
    private final JdbcClient jdbc;
    private Rest rest = new Rest(0);
    private Browser browser = new Browser(rest);
    private String subject = "";

    ProviderSignInIT(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
        browser = new Browser(rest);
        subject = UUID.randomUUID().toString();
        provider.admit(subject, "Grace Hopper");
    }

    @Test
    void makesAnAccountAtTheFirstSignInAndFindsItAtTheSecond() {
        Person first = signedIn();
        assertThat(first.username()).startsWith("Grace-Hopper");
        assertThat(rest.post("/api/tickets", first, Map.of()).status()).isEqualTo(201);
        provider.admit(subject, "renamed");
        assertThat(signedIn()).extracting(Person::id, Person::username).containsExactly(first.id(), first.username());
    }

    /** They have no password to show, so signing in again stands for it. */
    @Test
    void letsPeopleGoWhoSignedInJustNow() {
        Person leaving = signedIn();
        backdate(leaving);
        Answer late = rest.post("/api/accounts/me/deletion", leaving, Map.of());
        assertThat(late.code()).isEqualTo("REAUTHENTICATION_REQUIRED");
        assertThat(rest.post("/api/accounts/me/deletion", leaving, Map.of("password", Rest.PASSWORD))
                        .code())
                .isEqualTo("FORBIDDEN");
        Answer refreshed = rest.post("/api/sessions/refresh", null, Map.of("refreshToken", leaving.refreshToken()));
        Person goneOn = new Person(leaving.id(), leaving.username(), refreshed.field("accessToken"), "");
        assertThat(rest.post("/api/accounts/me/deactivation", goneOn, Map.of()).code())
                .isEqualTo("REAUTHENTICATION_REQUIRED");
        assertThat(rest.post("/api/accounts/me/deletion", signedIn(), Map.of()).status())
                .isEqualTo(204);
        assertRefused(browser.signIn("standin"), 403, "account-inactive");
    }

    @Test
    void asksWhoHasAPasswordForItAlways() {
        assertThat(rest.post("/api/accounts/me/deletion", rest.person("ada"), Map.of())
                        .code())
                .isEqualTo("REAUTHENTICATION_REQUIRED");
    }

    private void backdate(Person person) {
        jdbc.sql("UPDATE session SET started_at = started_at - INTERVAL 301 SECOND WHERE account_id = ?")
                .param(person.id())
                .update();
    }

    @Test
    void knowsPeopleBySubjectAndNotByName() {
        Person one = signedIn();
        provider.admit(subject + "x", one.username());
        Person other = signedIn();
        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(other.username()).isNotEqualToIgnoringCase(one.username());
        Person local = rest.person("local");
        provider.admit(UUID.randomUUID().toString(), local.username());
        assertThat(signedIn().id()).isNotEqualTo(local.id());
    }

    @Test
    void namesWhoHasNoName() {
        provider.admit(subject, null);
        assertThat(signedIn().username()).startsWith("user");
    }

    @Test
    void completesAnAccountThatWasCutOff() {
        String account = UUID.randomUUID().toString();
        jdbc.sql("INSERT INTO oidc_identity (issuer, subject, account_id, recorded, created_at)"
                        + " VALUES (?, ?, ?, FALSE, UTC_TIMESTAMP(3))")
                .params(provider.issuer(), subject, account)
                .update();
        assertThat(signedIn().id()).isEqualTo(account);
        assertThat(signedIn().id()).isEqualTo(account);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM oidc_identity WHERE account_id = ? AND recorded")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsItsSecretInACookieThatScriptsCannotRead() {
        assertThat(browser.start("standin").header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() {
        URI callback = browser.visit(browser.start("standin"));
        Browser victim = new Browser(rest);
        assertRefused(victim.comeBack(callback), 403, "sign-in-not-begun");
        victim.start("standin");
        assertRefused(victim.comeBack(callback), 403, "sign-in-not-begun");
        URI invented = URI.create(callback.toString().replaceAll("state=[^&]*", "state=invented"));
        assertRefused(browser.comeBack(invented), 403, "sign-in-not-begun");
        assertRefused(
                browser.comeBack(URI.create("/api/oidc/gone/callback?" + callback.getRawQuery())),
                403,
                "sign-in-not-begun");
        assertThat(browser.comeBack(callback).status()).isEqualTo(302);
    }

    @Test
    void takesEachAnswerAndEachCodeOnceAndInOneBrowser() {
        URI callback = browser.visit(browser.start("standin"));
        String code = Browser.code(browser.comeBack(callback));
        assertRefused(browser.comeBack(callback), 403, "sign-in-not-begun");
        Browser other = new Browser(rest);
        other.start("standin");
        assertThat(other.trade(code).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(browser.trade(code).status()).isEqualTo(200);
        assertThat(browser.trade(code).code()).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "BROKEN"})
    void refusesAnIdentityThatDoesNotHold(Twist twist) {
        provider.twist(twist);
        assertRefused(browser.signIn("standin"), 403, "provider-not-believed");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM oidc_identity WHERE subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsThatTheProviderRefused() {
        URI callback = browser.visit(browser.start("standin"));
        URI denied = URI.create(callback.toString().replaceAll("code=[^&]*", "error=access_denied"));
        assertRefused(browser.comeBack(denied), 403, "sign-in-denied");
        URI second = browser.visit(browser.start("standin"));
        URI forged = URI.create(second.toString().replaceAll("code=[^&]*", "code=forged"));
        assertRefused(browser.comeBack(forged), 403, "sign-in-denied");
    }

    @Test
    void knowsItsProvidersOnly() {
        assertThat(rest.get("/api/oidc").json().path("providers").toString()).isEqualTo("[\"gone\",\"standin\"]");
        assertThat(browser.start("nobody").code()).isEqualTo("NOT_FOUND");
        assertThat(browser.comeBack(URI.create("/api/oidc/nobody/callback?state=s&code=c"))
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void saysWhenTheProviderIsAwayOrBroken() {
        assertRefused(browser.start("gone"), 503, "provider-unavailable");
        provider.twist(Twist.BROKEN);
        assertRefused(browser.signIn("standin"), 503, "provider-unavailable");
    }

    @Test
    void doesNotWaitForAProviderThatDoesNotAnswer() {
        URI callback = browser.visit(browser.start("standin"));
        int before = provider.trades();
        CountDownLatch stalled = provider.stall();
        try {
            assertRefused(browser.comeBack(callback), 503, "provider-unavailable");
            assertThat(provider.trades()).isEqualTo(before + 1);
        } finally {
            stalled.countDown();
        }
    }

    @Test
    void letsNobodyInWhoseAccountIsDeactivated() {
        Person grace = signedIn();
        String code = Browser.code(browser.signIn("standin"));
        jdbc.sql("INSERT INTO account_standing (account_id, standing) VALUES (?, 'DEACTIVATED')")
                .param(grace.id())
                .update();
        assertThat(browser.trade(code).code()).isEqualTo("UNAUTHENTICATED");
        assertRefused(browser.signIn("standin"), 403, "account-inactive");
    }

    private Person signedIn() {
        Answer done = browser.signIn("standin");
        assertThat(done.status()).as(done.text()).isEqualTo(302);
        assertThat(done.header("Referrer-Policy")).isEqualTo("no-referrer");
        Answer tokens = browser.trade(Browser.code(done));
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        String id = subjectOf(tokens.field("accessToken"));
        String username = jdbc.sql("SELECT username FROM account_name WHERE account_id = ?")
                .param(id)
                .query(String.class)
                .single();
        return new Person(id, username, tokens.field("accessToken"), tokens.field("refreshToken"));
    }

    private static String subjectOf(String accessToken) {
        try {
            return SignedJWT.parse(accessToken).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void assertRefused(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.field("type")).isEqualTo(PROBLEM + name);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
