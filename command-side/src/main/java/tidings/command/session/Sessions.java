package tidings.command.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.access.AccessTokenIssuer;
import tidings.access.Identity;
import tidings.access.Scope;
import tidings.command.account.AccountDirectory;
import tidings.command.account.AccountRole;
import tidings.command.ids.IdFactory;
import tidings.command.reauthentication.RecentSignIn;
import tidings.command.secret.OpaqueToken;
import tidings.command.session.SessionStore.Redemption;
import tidings.command.session.SessionStore.Session;
import tidings.events.account.AccountId;

/** Signing in, staying in, and out (ADR-0018). */
public final class Sessions implements RecentSignIn {

    private static final int MAX_REFRESH_TOKEN_LENGTH = 100;
    private static final int MAX_DEVICE = 100;
    private static final int MAX_LISTED = 100;
    private static final int FRESH_MINUTES = 5;

    private final SessionStore store;
    private final SessionEndings endings;
    private final AccountDirectory accounts;
    private final AccessTokenIssuer tokens;
    private final IdFactory ids;

    Sessions(
            SessionStore store,
            SessionEndings endings,
            AccountDirectory accounts,
            AccessTokenIssuer tokens,
            IdFactory ids) {
        this.store = store;
        this.endings = endings;
        this.accounts = accounts;
        this.tokens = tokens;
        this.ids = ids;
    }

    /** @param expiresIn seconds until the access token expires */
    public record TokenPair(String accessToken, String refreshToken, long expiresIn) {
        @Override
        public String toString() {
            return "TokenPair[…]";
        }
    }

    /** @param device as it calls itself; bounded here */
    public TokenPair start(AccountId accountId, @Nullable String device) {
        Session session = new Session(ids.next().toString(), accountId);
        OpaqueToken refreshToken = OpaqueToken.random();
        store.start(session, refreshToken, device == null ? null : bounded(device));
        return pair(session, refreshToken);
    }

    /**
     * A new pair for a refresh token, which is thereby used up. A used one ends the session: one of the two who had it
     * stole it.
     *
     * @return empty when the token is good for nothing
     */
    public Optional<TokenPair> refresh(String refreshToken) {
        if (refreshToken.isEmpty() || refreshToken.length() > MAX_REFRESH_TOKEN_LENGTH) {
            return Optional.empty();
        }
        OpaqueToken next = OpaqueToken.random();
        return switch (store.redeem(new OpaqueToken(refreshToken), next)) {
            case Redemption.Rotated rotated ->
                accounts.isActive(rotated.session().accountId())
                        ? Optional.of(pair(rotated.session(), next))
                        : Optional.empty();
            case Redemption.Reused reused -> {
                endings.end(reused.session());
                yield Optional.empty();
            }
            case Redemption.Refused refused -> Optional.empty();
        };
    }

    /** Within the last {@value #FRESH_MINUTES} minutes; going on by a refresh is no signing in. */
    @Override
    public boolean isFresh(Identity caller) {
        return store.startedWithin(caller.sessionId(), Duration.ofMinutes(FRESH_MINUTES));
    }

    /** Ends the caller's session: its tokens are refused from now on, on every node, and its sockets are closed. */
    public void end(Identity caller) {
        endings.end(new Session(caller.sessionId(), caller.accountId()));
    }

    /** The caller's sessions that somebody signed in to, newest first, at most {@value #MAX_LISTED}. */
    public List<OwnSession> list(Identity caller) {
        return store.devicesOf(caller.accountId(), MAX_LISTED).stream()
                .map(device -> OwnSession.signedIn(
                        device.sessionId(),
                        device.device(),
                        device.startedAt(),
                        device.usedAt(),
                        device.sessionId().equals(caller.sessionId())))
                .toList();
    }

    /** Ends one of the caller's sessions; false when there is none of that id. */
    public boolean end(Identity caller, String sessionId) {
        Optional<Session> mine = store.liveOf(caller.accountId()).stream()
                .filter(session -> session.accountId().equals(caller.accountId())
                        && session.sessionId().equals(sessionId))
                .findFirst();
        mine.ifPresent(endings::end);
        return mine.isPresent();
    }

    /** Ends all of the caller's sessions but this one. */
    public void endOthers(Identity caller) {
        endings.everywhere(caller.accountId(), caller.sessionId());
    }

    /**
     * An access token for a program that showed an API token: for its scopes only, and never an administrator's.
     *
     * @param tokenId names the session, so that ending it ends the program's access
     * @param ttl how long the API token is still good for
     */
    public String accessFor(AccountId accountId, String tokenId, Set<Scope> scopes, Duration ttl) {
        store.startForToken(new Session(tokenId, accountId), ttl);
        return accessToken(accountId, tokenId, Set.of(AccountRole.USER), scopes);
    }

    /** Ends what an API token opened. */
    public void endAccessOf(AccountId accountId, String tokenId) {
        endings.end(new Session(tokenId, accountId));
    }

    /** How long an access token is good for. */
    public Duration accessTtl() {
        return tokens.ttl();
    }

    private static String bounded(String device) {
        StringBuilder kept = new StringBuilder();
        device.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(MAX_DEVICE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Whether a session of that account is over before its time, on whichever node it was ended. */
    public boolean isOver(AccountId accountId, String sessionId) {
        return store.isOver(new Session(sessionId, accountId));
    }

    private TokenPair pair(Session session, OpaqueToken refreshToken) {
        String accessToken =
                accessToken(session.accountId(), session.sessionId(), accounts.rolesOf(session.accountId()), null);
        return new TokenPair(accessToken, refreshToken.text(), tokens.ttl().toSeconds());
    }

    private String accessToken(
            AccountId accountId, String sessionId, Set<AccountRole> roles, @Nullable Set<Scope> scopes) {
        List<String> names = roles.stream().sorted().map(AccountRole::name).toList();
        return tokens.issue(ids.next().toString(), accountId, sessionId, names, scopes);
    }
}
