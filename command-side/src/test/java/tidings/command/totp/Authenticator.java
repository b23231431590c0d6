package tidings.command.totp;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** Somebody's app: computes the codes of a secret. */
public final class Authenticator {

    private final byte[] secret;

    /** @param secret in base 32, as the app is given it */
    public Authenticator(String secret) {
        this.secret = new Base32().decode(secret);
    }

    /** The code of now, or of so many steps later. */
    public String code(int later) {
        return Totp.code(secret, Totp.step(Instant.now()) + later);
    }
}
