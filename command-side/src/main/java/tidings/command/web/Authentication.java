package tidings.command.web;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tidings.command.caller.Authenticator;
import tidings.command.caller.Caller;
import tidings.command.dispatch.RejectionCode;

/**
 * Asks for a bearer token (RFC 6750) before anything of the request is looked at. Every route of the REST interface is
 * closed unless it says that it is {@link PermitAll open to everybody}.
 */
final class Authentication implements HandlerInterceptor {

    static final String CALLER = Authentication.class.getName() + ".caller";

    private final Authenticator authenticator;
    private final ProblemWriter problems;

    Authentication(Authenticator authenticator, ProblemWriter problems) {
        this.authenticator = authenticator;
        this.problems = problems;
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
        String token = BearerToken.in(request);
        if (token == null) {
            throw new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, "this needs an access token"));
        }
        Optional<Caller> caller = authenticator.authenticate(token);
        if (caller.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            RejectionCode.UNAUTHENTICATED,
                            "the access token is not valid, has expired, or its session has ended"),
                    "invalid_token");
        }
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!ScopeTable.permits(caller.get(), request.getMethod(), String.valueOf(route))) {
            throw new ProblemException(
                    Problem.of(RejectionCode.FORBIDDEN, "the scopes of this token do not include this"));
        }
        request.setAttribute(CALLER, caller.get());
        return true;
    }
}
