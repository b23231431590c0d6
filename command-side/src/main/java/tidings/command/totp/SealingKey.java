package tidings.command.totp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;

/** @param text long and random; empty where the instance has no key */
record SealingKey(String text) {

    /** @throws CommandRefusedException CONFLICT when there is none */
    SecretKey secret() throws GeneralSecurityException {
        if (text.isEmpty()) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "this instance has no sealing key, so no second factor");
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return new SecretKeySpec(digest, "AES");
    }

    @Override
    public String toString() {
        return "SealingKey[…]";
    }
}
