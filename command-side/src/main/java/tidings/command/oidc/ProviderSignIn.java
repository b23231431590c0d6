package tidings.command.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountDirectory;
import tidings.command.oidc.AttemptStore.Attempt;
import tidings.command.oidc.SignInRefusedException.Reason;
import tidings.command.secret.OpaqueToken;
import tidings.command.session.Sessions;
import tidings.command.session.Sessions.TokenPair;
import tidings.events.account.AccountId;

/**
 * Signing in by way of a provider, in three steps of one browser: it begins and is sent there, it comes back with the
 * provider's answer and gets a code, it trades the code for tokens. A secret that the browser got with the first step binds
 * all of them together, so that nobody can be made to sign in as somebody else.
 */
public final class ProviderSignIn {

    private static final int MAX_LENGTH = 100;
    private static final int MAX_CODE_LENGTH = 4_096;

    private final Map<String, Provider> providers;
    private final URI publicUrl;
    private final AttemptStore attempts;
    private final ProviderAccounts accounts;
    private final AccountDirectory directory;
    private final Sessions sessions;

    ProviderSignIn(
            Map<String, Provider> providers,
            URI publicUrl,
            AttemptStore attempts,
            ProviderAccounts accounts,
            AccountDirectory directory,
            Sessions sessions) {
        this.providers = Map.copyOf(providers);
        this.publicUrl = publicUrl;
        this.attempts = attempts;
        this.accounts = accounts;
        this.directory = directory;
        this.sessions = sessions;
    }

    /**
     * @param location where the browser goes
     * @param browser the secret that it keeps, and shows at the other steps
     */
    public record Begun(URI location, String browser) {
        @Override
        public String toString() {
            return "Begun[…]";
        }
    }

    /** What the browser brings back from the provider, none of it checked. */
    public record ProviderAnswer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {
        @Override
        public String toString() {
            return "ProviderAnswer[…]";
        }
    }

    /** The names of the providers there are, in alphabetical order. */
    public List<String> providers() {
        return providers.keySet().stream().sorted().toList();
    }

    /** Whether browsers come by https, so that secrets may be kept from other ways. */
    public boolean isSecure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** @throws SignInRefusedException UNKNOWN_PROVIDER, PROVIDER_UNAVAILABLE */
    public Begun begin(String provider) {
        Provider known = known(provider);
        OpaqueToken state = OpaqueToken.random();
        OpaqueToken browser = OpaqueToken.random();
        Attempt attempt =
                new Attempt(OpaqueToken.random().text(), OpaqueToken.random().text());
        URI location = known.authorization(state.text(), attempt.nonce(), attempt.codeVerifier());
        attempts.begin(state, browser, provider, attempt);
        return new Begun(location, browser.text());
    }

    /**
     * @return where the browser goes: to the client, with a code that is good once, for 30 s, in the fragment
     * @throws SignInRefusedException for any of its reasons
     */
    public URI comeBack(String provider, ProviderAnswer answer, @Nullable String browser) {
        Provider known = known(provider);
        OpaqueToken state = bounded(answer.state()).orElseThrow(() -> new SignInRefusedException(Reason.NOT_BEGUN));
        OpaqueToken secret = bounded(browser).orElseThrow(() -> new SignInRefusedException(Reason.NOT_BEGUN));
        Attempt attempt = attempts.finish(state, secret, provider)
                .orElseThrow(() -> new SignInRefusedException(Reason.NOT_BEGUN));
        known.requireIssuer(answer.issuer());
        if (answer.error() != null) {
            throw new SignInRefusedException(Reason.DENIED);
        }
        String providersCode = answer.code();
        if (providersCode == null || providersCode.isBlank() || providersCode.length() > MAX_CODE_LENGTH) {
            throw new SignInRefusedException(Reason.NOT_BELIEVED);
        }
        AccountId accountId = accounts.of(known.identify(providersCode, attempt.nonce(), attempt.codeVerifier()));
        if (!directory.isActive(accountId)) {
            throw new SignInRefusedException(Reason.ACCOUNT_INACTIVE);
        }
        OpaqueToken code = OpaqueToken.random();
        attempts.offer(code, secret, accountId);
        return URI.create(publicUrl + "/#signed-in?code=" + code.text());
    }

    /** @return the tokens of a new session; empty when the code is good for nothing, or not in this browser */
    public Optional<TokenPair> trade(String code, @Nullable String browser, @Nullable String device) {
        return bounded(code)
                .flatMap(given -> bounded(browser).flatMap(secret -> attempts.take(given, secret)))
                .filter(directory::isActive)
                .map(accountId -> sessions.start(accountId, device));
    }

    private Provider known(String name) {
        return Optional.ofNullable(providers.get(name))
                .orElseThrow(() -> new SignInRefusedException(Reason.UNKNOWN_PROVIDER));
    }

    private static Optional<OpaqueToken> bounded(@Nullable String text) {
        return text == null || text.isEmpty() || text.length() > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new OpaqueToken(text));
    }
}
