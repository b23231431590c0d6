package tidings.command.apitoken;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tidings.access.Identity;
import tidings.access.Scope;
import tidings.command.account.AccountCommand.IssueToken;
import tidings.command.account.AccountCommand.RevokeToken;
import tidings.command.account.ApiTokenRevocation;
import tidings.command.apitoken.TokenStore.Live;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.secret.OpaqueToken;
import tidings.command.session.ApiTokenSessions;
import tidings.command.session.OwnSession;
import tidings.command.session.Sessions;
import tidings.events.account.AccountId;

/**
 * Long-lived secrets of programs. One is never used by itself: it is traded for a short access token of its scopes, whose
 * session it is, so that revoking it closes everything that it opened.
 */
public final class ApiTokens implements ApiTokenSessions, ApiTokenRevocation {

    private static final String PREFIX = "tdg_";

    private final TokenStore store;
    private final BotStore bots;
    private final TokenAuthority authority;
    private final Decisions decisions;
    private final Sessions sessions;
    private final IdFactory ids;

    ApiTokens(
            TokenStore store,
            BotStore bots,
            TokenAuthority authority,
            Decisions decisions,
            Sessions sessions,
            IdFactory ids) {
        this.store = store;
        this.bots = bots;
        this.authority = authority;
        this.decisions = decisions;
        this.sessions = sessions;
        this.ids = ids;
    }

    /**
     * What an API token was traded for.
     *
     * @param expiresIn seconds until the access token expires
     */
    record Access(String accessToken, long expiresIn) {
        @Override
        public String toString() {
            return "Access[…]";
        }
    }

    /**
     * Issues a token of the caller's own account, or of a bot that the caller answers for and that is no webhook's. The
     * caller has shown again who it is.
     *
     * @param given the token's name, to be trimmed and brought into NFC
     * @throws CommandRefusedException NOT_FOUND when the account is none of the caller's, FORBIDDEN when it is a webhook's
     */
    IssuedToken issue(Identity caller, AccountId accountId, String given, Set<Scope> scopes, int days) {
        authority.requireOwn(caller, accountId);
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        TokenLimits.require(name, scopes, days);
        authority.count(caller);
        OpaqueToken secret = OpaqueToken.random(PREFIX);
        String id = ids.next().toString();
        decisions.decide(
                caller.accountId(),
                new IssueToken(
                        accountId,
                        id,
                        name,
                        scopes.stream().map(Scope::text).sorted().toList()));
        store.insert(id, accountId, name, secret, scopes, Duration.ofDays(days));
        return new IssuedToken(id, secret.text());
    }

    List<TokenStore.Listed> list(Identity caller, AccountId accountId) {
        authority.require(caller, accountId);
        return store.list(accountId);
    }

    @Override
    public List<OwnSession> list(Identity caller) {
        return store.answeredFor(caller.accountId()).stream()
                .map(token -> OwnSession.ofToken(
                        token.id(),
                        token.name(),
                        token.accountId().toString(),
                        token.createdAt(),
                        token.usedAt(),
                        token.expiresAt()))
                .toList();
    }

    @Override
    public boolean end(Identity caller, String tokenId) {
        Optional<TokenStore.Answered> mine = store.answeredFor(caller.accountId()).stream()
                .filter(token -> token.id().equals(tokenId))
                .findFirst();
        mine.ifPresent(token -> revoke(caller, token.accountId(), tokenId));
        return mine.isPresent();
    }

    @Override
    public void revokeAll(Identity caller) {
        store.answeredFor(caller.accountId()).forEach(token -> revoke(caller, token.accountId(), token.id()));
    }

    /** Its access ends at once; repeated, it changes nothing. */
    void revoke(Identity caller, AccountId accountId, String tokenId) {
        authority.require(caller, accountId);
        if (!store.revoke(accountId, tokenId)) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such token");
        }
        sessions.endAccessOf(accountId, tokenId);
        decisions.decide(caller.accountId(), new RevokeToken(accountId, tokenId));
    }

    /** Empty when the secret is good for nothing, whatever the reason. */
    Optional<Access> exchange(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        return store.use(new OpaqueToken(secret))
                .filter(live -> !sessions.isOver(live.accountId(), live.tokenId()))
                .filter(live -> !bots.isWebhook(live.accountId()))
                .map(this::accessOf);
    }

    private Access accessOf(Live live) {
        String token = sessions.accessFor(live.accountId(), live.tokenId(), live.scopes(), live.ttl());
        return new Access(token, sessions.accessTtl().toSeconds());
    }
}
