package tidings.system.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tidings.system.client.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The known ways to forge an access token (RFC 8725 and what has been tried against others), most of them signed with the
 * instance's own key, so that nothing but the one fault is wrong with them.
 */
final class ForgedTokens {

    private static final String DEEP = "[".repeat(1_000) + "]".repeat(1_000);

    private final ECKey key;
    private final ObjectNode header;
    private final ObjectNode claims;
    private final List<ForgedToken> all = new ArrayList<>();

    /**
     * Forgeries of a good token.
     *
     * @param key the one that the instance signs with
     */
    ForgedTokens(String good, ECKey key) {
        this.key = key;
        String[] parts = good.split("\\.", -1);
        this.header = (ObjectNode) Json.read(new Base64URL(parts[0]).decodeToString());
        this.claims = (ObjectNode) Json.read(new Base64URL(parts[1]).decodeToString());
        algorithms();
        keys();
        headers();
        times();
        claims();
        texts(good);
        signatures(good);
    }

    List<ForgedToken> all() {
        return List.copyOf(all);
    }

    /** Nothing is wrong with it: the list would prove nothing otherwise. */
    String good() {
        return Signer.es256(header.toString(), claims.toString(), key);
    }

    private void add(String name, String text) {
        all.add(new ForgedToken(name, text));
    }

    private void header(String name, Consumer<ObjectNode> change) {
        add(name, Signer.es256(changed(header, change), claims.toString(), key));
    }

    private void claim(String name, Consumer<ObjectNode> change) {
        add(name, Signer.es256(header.toString(), changed(claims, change), key));
    }

    private static String changed(ObjectNode original, Consumer<ObjectNode> change) {
        ObjectNode copy = original.deepCopy();
        change.accept(copy);
        return copy.toString();
    }

    private void algorithms() {
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            String unsigned = changed(header, h -> h.put("alg", none));
            add("alg " + none, Signer.unsigned(unsigned, claims.toString()));
            header("alg " + none + " and signed", h -> h.put("alg", none));
        }
        for (String other : List.of("ES384", "ES512", "ES256K", "RS256", "PS256", "HS512", "EdDSA", "es256", "")) {
            header("alg '" + other + "'", h -> h.put("alg", other));
        }
        header("no alg", h -> h.remove("alg"));
        header("alg is a number", h -> h.put("alg", 256));
        String symmetric = changed(header, h -> h.put("alg", "HS256"));
        publicKeyTexts()
                .forEach((name, secret) -> add(
                        "HS256 with the public key as " + name, Signer.hs256(symmetric, claims.toString(), secret)));
    }

    private Map<String, byte[]> publicKeyTexts() {
        try {
            byte[] encoded = key.toECPublicKey().getEncoded();
            return Map.of(
                    "a JWK", key.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8),
                    "its bytes", encoded,
                    "a point", key.getX().toString().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keys() {
        ECKey stranger = Signer.key(key.getKeyID());
        add("another key of the same kid", Signer.es256(header.toString(), claims.toString(), stranger));
        header("no kid", h -> h.remove("kid"));
        header("kid is a number", h -> h.put("kid", 1));
        header("kid is null", h -> h.putNull("kid"));
        for (String kid : List.of(
                "",
                "unknown",
                "../../../../dev/null",
                "file:///dev/null",
                "http://127.0.0.1/jwks.json",
                "' UNION SELECT 'x",
                key.getKeyID() + "\u0000",
                "k".repeat(1_000))) {
            header("kid " + (kid.length() > 100 ? "of 1,000 letters" : Json.tree(kid)), h -> h.put("kid", kid));
        }
        JsonNode own = Json.read(stranger.toPublicJWK().toString());
        add("a jwk brought along", Signer.es256(changed(header, h -> h.set("jwk", own)), claims.toString(), stranger));
        header(
                "our own jwk brought along",
                h -> h.set("jwk", Json.read(key.toPublicJWK().toString())));
        for (String pointer : List.of("jku", "x5u")) {
            header(pointer, h -> h.put(pointer, "http://127.0.0.1:9/keys"));
            add(
                    pointer + " and another key",
                    Signer.es256(
                            changed(header, h -> h.put(pointer, "http://127.0.0.1:9/keys")),
                            claims.toString(),
                            stranger));
        }
        header("x5c", h -> h.set("x5c", Json.tree(List.of("MIIB"))));
    }

    private void headers() {
        header("typ JWT", h -> h.put("typ", "JWT"));
        header("typ of an ID token", h -> h.put("typ", "id+jwt"));
        header("typ of a refresh token", h -> h.put("typ", "rt+jwt"));
        header("no typ", h -> h.remove("typ"));
        header("crit exp", h -> h.set("crit", Json.tree(List.of("exp"))).put("exp", 1));
        header("crit b64", h -> h.set("crit", Json.tree(List.of("b64"))).put("b64", false));
        header("crit of nothing", h -> h.set("crit", Json.tree(List.of())));
        String twice = header.toString().replaceFirst("\\{", "{\"alg\":\"none\",");
        add("alg twice", Signer.es256(twice, claims.toString(), key));
        add("a header that is a list", Signer.es256("[]", claims.toString(), key));
        add("a deep header", Signer.es256("{\"alg\":\"ES256\",\"x\":" + DEEP + "}", claims.toString(), key));
    }

    private void times() {
        long now = Instant.now().getEpochSecond();
        claim("expired", c -> c.put("exp", now - 1));
        claim("expired for long", c -> c.put("exp", 0));
        claim("expired before time began", c -> c.put("exp", -1));
        claim("nbf in the future", c -> c.put("nbf", now + 3_600));
        claim("iat in the future", c -> c.put("iat", now + 3_600));
        for (String time : List.of("exp", "nbf", "iat")) {
            claim("no " + time, c -> c.remove(time));
            claim(time + " is null", c -> c.putNull(time));
            claim(time + " is a text", c -> c.put(time, "tomorrow"));
            claim(time + " is a list", c -> c.set(time, Json.tree(List.of(now))));
        }
    }

    private void claims() {
        claim("another issuer", c -> c.put("iss", "somebody"));
        claim(
                "an issuer that begins like ours",
                c -> c.put("iss", claims.path("iss").asString() + ".example"));
        claim("another audience", c -> c.put("aud", "somebody"));
        claim("ours and another audience", c -> c.set("aud", Json.tree(List.of("tidings", "somebody"))));
        claim("no audience in the list", c -> c.set("aud", Json.tree(List.of())));
        for (String text : List.of("iss", "aud", "sub", "sid", "jti")) {
            claim("no " + text, c -> c.remove(text));
            claim(text + " is null", c -> c.putNull(text));
            claim(text + " is empty", c -> c.put(text, ""));
            claim(text + " is a number", c -> c.put(text, 7));
            claim(text + " is an object", c -> c.set(text, Json.object()));
        }
        claim("sub is no id", c -> c.put("sub", "ann"));
        claim(
                "sub is a list",
                c -> c.set("sub", Json.tree(List.of(claims.path("sub").asString()))));
        claim("sid with a space", c -> c.put("sid", "a b"));
        claim("sid of 65 letters", c -> c.put("sid", "s".repeat(65)));
        claim("jti is blank", c -> c.put("jti", " "));
        claim("roles is a number", c -> c.put("roles", 7));
        claim("roles of numbers", c -> c.set("roles", Json.tree(List.of(7))));
        claim("scope is a number", c -> c.put("scope", 7));
        claim("scope is a list", c -> c.set("scope", Json.tree(List.of("messages:read"))));
        String twice = claims.toString()
                .replaceFirst("\\{", "{\"sub\":\"" + claims.path("sub").asString() + "\",");
        add("sub twice", Signer.es256(header.toString(), twice, key));
    }

    private void texts(String good) {
        add("empty", "");
        add("dots", "..");
        add("no dot", "x");
        add("letters of other scripts", "жетон.жетон.жетон");
        add("emoji", "🔑.🔑.🔑");
        add("a null character", good + "\u0000");
        add("a line break", good + "\n");
        add("a space in the middle", good.replaceFirst("\\.", ". "));
        add("very long", Signer.es256(header.toString(), changed(claims, c -> c.put("x", "y".repeat(4_000))), key));
        add("a payload that is a list", Signer.es256(header.toString(), "[]", key));
        add("a payload that is a text", Signer.es256(header.toString(), "\"x\"", key));
        add("a payload that is empty", Signer.es256(header.toString(), "", key));
        add("a payload without claims", Signer.es256(header.toString(), "{}", key));
        add("a deep payload", Signer.es256(header.toString(), "{\"sub\":" + DEEP + "}", key));
        add("a JWE", Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AAAA.AAAA.AAAA");
        add(
                "JSON serialization",
                "{\"payload\":\"e30\",\"signatures\":[{\"protected\":\"e30\",\"signature\":\"AA\"}]}");
    }

    private void signatures(String good) {
        String input = good.substring(0, good.lastIndexOf('.') + 1);
        String signature = good.substring(input.length());
        add("truncated", good.substring(0, good.length() - 1));
        add("no signature", input);
        add("no signature and no dot", input.substring(0, input.length() - 1));
        add("padded", good + "=");
        add("padded twice", good + "==");
        add("appended to", good + "AAAA");
        add("two signatures", good + "." + signature);
        add("another text of the same signature", good.substring(0, good.length() - 1) + next(good));
        add("zeros for a signature", input + "A".repeat(signature.length()));
        add("the signature of other claims", Signer.unsigned(header.toString(), "{}") + signature);
        String promoted = changed(claims, c -> c.set("roles", Json.tree(List.of("ADMIN"))));
        add("promoted", Signer.unsigned(header.toString(), promoted) + signature);
    }

    /** The last letter of a signature has four bits to spare. */
    private static char next(String good) {
        return (char) (good.charAt(good.length() - 1) + 1);
    }
}
