package tidings.system.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tidings.system.client.Account;
import tidings.system.client.Http;
import tidings.system.client.Json;
import tidings.system.stage.Stage;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a token, every door says the same, and never that something went wrong. */
class ForgedTokensIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final Stage stage = Stage.shared();
    private final Account ann = stage.newcomer("shown");

    @Test
    void everyDoorTakesAGoodTokenAndRefusesEveryForgedOne() {
        ForgedTokens tokens = new ForgedTokens(ann.accessToken(), stage.signingKey());
        assertThat(verdicts(new ForgedToken("signed by this test", tokens.good())))
                .isEqualTo(all(Verdict.LET_IN));
        Map<ForgedToken, Map<Door, Verdict>> wrong = new LinkedHashMap<>();
        for (ForgedToken forged : tokens.all()) {
            Map<Door, Verdict> said = verdicts(forged);
            if (said.values().stream().anyMatch(verdict -> verdict != Verdict.UNAUTHENTICATED)) {
                wrong.put(forged, said);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tokens.all()).hasSizeGreaterThan(100);
    }

    @Test
    void everyDoorRefusesWhatIsAnotherSecret() {
        JsonNode signedIn = signIn();
        JsonNode apiToken = apiToken("messages:read", "messages:write");
        assertRefused("a refresh token", signedIn.path("refreshToken").asString());
        assertRefused("an API token", apiToken.path("token").asString());
        assertRefused("a ticket", ann.ticket());
    }

    @Test
    void anAccessTokenIsNoOtherSecret() {
        Http anonymous = new Http(stage.site(), Map.of());
        anonymous
                .call("POST", "/api/sessions/refresh", Json.object().put("refreshToken", ann.accessToken()))
                .expect(401);
        anonymous
                .call("POST", "/api/sessions/token", Json.object().put("token", ann.accessToken()))
                .expect(401);
    }

    @Test
    void everyDoorLearnsThatASessionHasEnded() {
        Account here = ann.signInAgain();
        assertThat(verdicts(token(here))).isEqualTo(all(Verdict.LET_IN));
        here.http().call("DELETE", "/api/sessions/current", null).expect(204);
        await().until(() -> verdicts(token(here)), all(Verdict.UNAUTHENTICATED)::equals);
    }

    @Test
    void everyDoorLearnsThatAnAccountWasDeactivated() {
        Account leaving = stage.newcomer("leaving");
        assertThat(verdicts(token(leaving))).isEqualTo(all(Verdict.LET_IN));
        leaving.http()
                .call("POST", "/api/accounts/me/deactivation", Json.object().put("password", PASSWORD))
                .expect(204);
        await().until(() -> verdicts(token(leaving)), all(Verdict.UNAUTHENTICATED)::equals);
    }

    @Test
    void everyDoorLearnsThatAnApiTokenWasRevoked() {
        JsonNode issued = apiToken("messages:read", "messages:write");
        ForgedToken access = new ForgedToken("of an API token", accessOf(issued));
        assertThat(verdicts(access)).isEqualTo(withRest(Verdict.FORBIDDEN, Verdict.LET_IN));
        ann.http()
                .call(
                        "DELETE",
                        "/api/accounts/" + ann.id() + "/tokens/"
                                + issued.path("id").asString(),
                        null)
                .expect(204);
        await().until(() -> verdicts(access), all(Verdict.UNAUTHENTICATED)::equals);
    }

    @Test
    void everyDoorTellsTooFewScopesFromABadToken() {
        ForgedToken managing = new ForgedToken("of channels only", accessOf(apiToken("channels:manage")));
        assertThat(verdicts(managing)).isEqualTo(all(Verdict.FORBIDDEN));
        ForgedToken reading = new ForgedToken("for reading only", accessOf(apiToken("messages:read")));
        Map<Door, Verdict> said = verdicts(reading);
        assertThat(said).containsEntry(Door.GRAPHQL, Verdict.LET_IN).containsEntry(Door.GRAPHQL_SOCKET, Verdict.LET_IN);
        assertThat(said).containsEntry(Door.HELLO, Verdict.FORBIDDEN).containsEntry(Door.UPGRADE, Verdict.FORBIDDEN);
    }

    private void assertRefused(String name, String text) {
        assertThat(verdicts(new ForgedToken(name, text))).as(name).isEqualTo(all(Verdict.UNAUTHENTICATED));
    }

    private JsonNode signIn() {
        return new Http(stage.site(), Map.of())
                .call(
                        "POST",
                        "/api/sessions",
                        Json.object().put("username", ann.username()).put("password", PASSWORD))
                .expect(200);
    }

    private JsonNode apiToken(String... scopes) {
        return ann.http()
                .call(
                        "POST",
                        "/api/accounts/" + ann.id() + "/tokens",
                        Json.object()
                                .put("name", String.join(" ", scopes))
                                .put("password", PASSWORD)
                                .set("scopes", Json.tree(List.of(scopes))))
                .expect(201);
    }

    private String accessOf(JsonNode apiToken) {
        return new Http(stage.site(), Map.of())
                .call(
                        "POST",
                        "/api/sessions/token",
                        Json.object().put("token", apiToken.path("token").asString()))
                .expect(200)
                .path("accessToken")
                .asString();
    }

    private static ForgedToken token(Account account) {
        return new ForgedToken("of " + account.username(), account.accessToken());
    }

    /** What every door says; a door that takes headers only says nothing of what fits in none. */
    private Map<Door, Verdict> verdicts(ForgedToken token) {
        Map<Door, Verdict> said = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            if (!door.takesOnlyHeaders() || token.fitsAHeader()) {
                said.put(door, door.show(stage.site(), token.text()));
            }
        }
        return said;
    }

    private static Map<Door, Verdict> all(Verdict verdict) {
        return withRest(verdict, verdict);
    }

    private static Map<Door, Verdict> withRest(Verdict rest, Verdict others) {
        Map<Door, Verdict> expected = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            expected.put(door, door == Door.REST ? rest : others);
        }
        return expected;
    }
}
