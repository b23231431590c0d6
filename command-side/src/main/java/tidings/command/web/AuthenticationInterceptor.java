package tidings.command.web;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tidings.access.AccessTokenVerifier;
import tidings.access.Authentication;
import tidings.access.BearerToken;
import tidings.access.Identity;
import tidings.command.dispatch.RejectionCode;

/**
 * Asks for a bearer token (RFC 6750) before anything of the request is looked at. Every route of the REST interface is
 * closed unless it says that it is {@link PermitAll open to everybody}.
 */
final class AuthenticationInterceptor implements HandlerInterceptor {

    private static final String CALLER = AuthenticationInterceptor.class.getName() + ".caller";

    private final AccessTokenVerifier verifier;
    private final ProblemWriter problems;

    AuthenticationInterceptor(AccessTokenVerifier verifier, ProblemWriter problems) {
        this.verifier = verifier;
        this.problems = problems;
    }

    /** Who was found to send this request; null where everybody may. */
    static @Nullable Identity callerOf(HttpServletRequest request) {
        return (Identity) request.getAttribute(CALLER);
    }

    /** Anything but a method of a controller, a CORS preflight for one, has nobody who would turn an exception into an answer. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        try {
            return permits(request, response, handler);
        } catch (ProblemException refused) {
            if (handler instanceof HandlerMethod) {
                throw refused;
            }
            problems.write(response, refused);
            return false;
        }
    }

    private boolean permits(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(PermitAll.class)) {
            return true;
        }
        String token = BearerToken.in(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            throw new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, "this needs an access token"));
        }
        Identity caller = callerOf(verifier.verify(token));
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!ScopeTable.permits(caller, request.getMethod(), String.valueOf(route))) {
            throw new ProblemException(
                    Problem.of(RejectionCode.FORBIDDEN, "the scopes of this token do not include this"),
                    "insufficient_scope");
        }
        request.setAttribute(CALLER, caller);
        return true;
    }

    private static Identity callerOf(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Granted granted -> granted.identity();
            case Authentication.Denied ignored ->
                throw new ProblemException(
                        Problem.of(
                                RejectionCode.UNAUTHENTICATED,
                                "the access token is not valid, has expired, or its session has ended"),
                        "invalid_token");
            case Authentication.InsufficientScope missing ->
                throw new ProblemException(Problem.of(RejectionCode.FORBIDDEN, missing.reason()), "insufficient_scope");
            case Authentication.Undecided undecided ->
                throw new ProblemException(
                        Problem.of(RejectionCode.UNAVAILABLE, undecided.reason(), Duration.ofSeconds(1)));
        };
    }
}
