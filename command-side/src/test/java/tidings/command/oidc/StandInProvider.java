package tidings.command.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tidings.command.running.Rest;
import tidings.command.secret.OpaqueToken;

/** An OpenID provider that asks nobody for a password and keeps to the standard in everything else: PKCE, codes good once. */
public final class StandInProvider {

    public static final String CLIENT_ID = "tidings-of-the-tests";
    public static final String CLIENT_SECRET = "provider-s3cret";

    private static final StandInProvider SHARED = new StandInProvider();

    private final HttpServer server;
    private final IdTokens tokens;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger trades = new AtomicInteger();
    private volatile Map<String, String> person = Map.of();
    private volatile Twist twist = Twist.NONE;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** What it does wrong. */
    enum Twist {
        NONE,
        WRONG_NONCE,
        NO_NONCE,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        EXPIRED,
        UNSIGNED,
        SIGNED_WITH_THE_SECRET,
        SIGNED_BY_ANOTHER_KEY,
        SIGNED_BY_ITS_OWN_HEADERS_KEY,
        OTHER_ALGORITHM,
        BROKEN,
        SAYS_ANOTHER_ISSUER
    }

    private record Grant(Map<String, List<String>> request, Map<String, String> person) {
        String parameter(String name) {
            return first(request, name);
        }
    }

    private StandInProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tokens = new IdTokens(issuer());
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, description()));
        server.createContext(
                "/keys", exchange -> json(exchange, 200, tokens.publicKeys().toJSONObject(true)));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public static StandInProvider shared() {
        return SHARED;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in from now on. */
    void admit(String subject, @Nullable String preferredUsername) {
        person = preferredUsername == null
                ? Map.of("sub", subject)
                : Map.of("sub", subject, "preferred_username", preferredUsername, "name", "The " + preferredUsername);
        twist = Twist.NONE;
    }

    void twist(Twist next) {
        twist = next;
    }

    /** Until it is counted down, no code is traded. */
    CountDownLatch stall() {
        CountDownLatch latch = new CountDownLatch(1);
        gate = latch;
        return latch;
    }

    int trades() {
        return trades.get();
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256", "ES256"),
                "authorization_response_iss_parameter_supported",
                true);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, List<String>> request =
                URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        boolean good = first(request, "response_type").equals("code")
                && first(request, "client_id").equals(CLIENT_ID)
                && first(request, "code_challenge_method").equals("S256")
                && List.of(first(request, "scope").split(" ", -1)).contains("openid");
        if (!good) {
            json(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = OpaqueToken.random().text();
        grants.put(code, new Grant(request, person));
        String iss = twist == Twist.SAYS_ANOTHER_ISSUER ? "https://elsewhere.example" : issuer();
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        first(request, "redirect_uri") + "?"
                                + URLUtils.serializeParameters(Map.of(
                                        "code", List.of(code),
                                        "state", List.of(first(request, "state")),
                                        "iss", List.of(iss))));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        trades.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (twist == Twist.BROKEN) {
            json(exchange, 500, Map.of());
            return;
        }
        Grant grant = grants.remove(first(form, "code"));
        if (grant == null || !isTheClient(exchange) || !fits(grant, form)) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        try {
            String idToken = tokens.issue(grant.person(), grant.parameter("nonce"), twist);
            json(exchange, 200, Map.of("access_token", "unused", "token_type", "Bearer", "id_token", idToken));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private static boolean fits(Grant grant, Map<String, List<String>> form) {
        CodeChallenge shown =
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(first(form, "code_verifier")));
        return first(form, "grant_type").equals("authorization_code")
                && first(form, "redirect_uri").equals(grant.parameter("redirect_uri"))
                && shown.getValue().equals(grant.parameter("code_challenge"));
    }

    private static boolean isTheClient(HttpExchange exchange) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return Objects.requireNonNullElse(parameters.get(name), List.of("")).getFirst();
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = Rest.JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
