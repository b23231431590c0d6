package tidings.command.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What opens an account, as its owner sees it.
 *
 * @param id a session's, or an API token's
 * @param device as it called itself; of an API token its name
 * @param accountId of an API token, whom it acts as: the owner, or a bot that the owner answers for; otherwise null
 * @param expiresAt of an API token; otherwise null
 * @param current whether it is the one that asks
 */
public record OwnSession(
        String id,
        Kind kind,
        @Nullable String device,
        @Nullable String accountId,
        Instant startedAt,
        @Nullable Instant usedAt,
        @Nullable Instant expiresAt,
        boolean current) {

    /** What it is opened with. */
    public enum Kind {
        /** Somebody signed in. */
        LOGIN,
        /** A program shows an API token. */
        TOKEN
    }

    static OwnSession signedIn(
            String id, @Nullable String device, Instant startedAt, @Nullable Instant usedAt, boolean current) {
        return new OwnSession(id, Kind.LOGIN, device, null, startedAt, usedAt, null, current);
    }

    /** An API token, which is a session as soon as it is used. */
    public static OwnSession ofToken(
            String id, String name, String accountId, Instant issuedAt, @Nullable Instant usedAt, Instant expiresAt) {
        return new OwnSession(id, Kind.TOKEN, name, accountId, issuedAt, usedAt, expiresAt, false);
    }
}
