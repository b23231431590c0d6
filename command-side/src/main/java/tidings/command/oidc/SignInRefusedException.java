package tidings.command.oidc;

import tidings.command.dispatch.RejectionCode;
import tidings.command.web.Problem;
import tidings.command.web.ProblemException;

/** Why somebody who comes from a provider is not signed in. */
final class SignInRefusedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** The closed set of reasons. */
    enum Reason {
        UNKNOWN_PROVIDER(Problem.of(RejectionCode.NOT_FOUND, "no such provider")),
        /** The browser began no such sign-in, or did so too long ago, or has finished it. */
        NOT_BEGUN(Problem.named(
                "sign-in-not-begun",
                RejectionCode.FORBIDDEN,
                "this browser began no such sign-in, or too long ago; begin again")),
        /** The provider says no, or the person did. */
        DENIED(Problem.named("sign-in-denied", RejectionCode.FORBIDDEN, "the provider refused")),
        PROVIDER_UNAVAILABLE(
                Problem.named("provider-unavailable", RejectionCode.UNAVAILABLE, "the provider is out of reach")),
        /** What the provider, or somebody in its name, said does not hold. */
        NOT_BELIEVED(
                Problem.named("provider-not-believed", RejectionCode.FORBIDDEN, "the provider's answer does not hold")),
        ACCOUNT_INACTIVE(Problem.named("account-inactive", RejectionCode.FORBIDDEN, "this account may not sign in"));

        private final Problem problem;

        Reason(Problem problem) {
            this.problem = problem;
        }
    }

    private final Reason reason;

    SignInRefusedException(Reason reason) {
        super(reason.problem);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
