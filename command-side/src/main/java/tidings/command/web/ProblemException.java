package tidings.command.web;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. It has no stack trace. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable String challenge;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** @param challenge the {@code error} of the {@code WWW-Authenticate} header; null for a plain challenge or none */
    public ProblemException(Problem problem, @Nullable String challenge) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.challenge = challenge;
    }

    public Problem problem() {
        return problem;
    }

    @Nullable String challenge() {
        return challenge;
    }
}
