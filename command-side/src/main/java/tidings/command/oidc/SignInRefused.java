package tidings.command.oidc;

/** Why somebody who comes from a provider is not signed in. It has no stack trace. */
public final class SignInRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The closed set of reasons. */
    public enum Reason {
        UNKNOWN_PROVIDER,
        /** The browser began no such sign-in, or did so too long ago, or has finished it. */
        NOT_BEGUN,
        /** The provider says no, or the person did. */
        DENIED,
        PROVIDER_UNAVAILABLE,
        /** What the provider, or somebody in its name, said does not hold. */
        NOT_BELIEVED,
        ACCOUNT_INACTIVE
    }

    private final Reason reason;

    SignInRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
