package tidings.command.totp;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Somebody's app: computes the codes of a secret. */
public final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param secret in base 32, as the app is given it */
    public Authenticator(String secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : secret.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        this.secret = bytes.toByteArray();
    }

    /** The code of now, or of so many steps later. */
    public String code(int later) {
        return Totp.code(secret, Totp.step(Instant.now()) + later);
    }
}
