package tidings.command.session;

import java.util.Map;

/** The public half of the keys that this instance signs its tokens with, for whoever verifies them. */
public final class PublicKeys {

    private final SigningKeys keys;

    PublicKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /** A JWK set (RFC 7517) as JSON values; there is nothing private in it. */
    public Map<String, Object> asJwkSet() {
        return keys.publicKeys().toJSONObject(true);
    }
}
