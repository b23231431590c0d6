package tidings.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tidings.command.dispatch.RejectionCode;
import tidings.command.session.Caller;
import tidings.command.session.Sessions;

/**
 * Asks for a bearer token (RFC 6750) before anything of the request is looked at. Every route of the REST interface is
 * closed unless it says that it is {@link Anonymous}.
 */
final class Authentication implements HandlerInterceptor {

    static final String CALLER = Authentication.class.getName() + ".caller";

    private final Sessions sessions;
    private final ProblemWriter problems;

    Authentication(Sessions sessions, ProblemWriter problems) {
        this.sessions = sessions;
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
            problems.write(response, refused.problem());
            return false;
        }
    }

    private boolean permits(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Anonymous.class)) {
            return true;
        }
        String token = BearerToken.in(request);
        if (token == null) {
            throw unauthenticated("this needs an access token");
        }
        Optional<Caller> caller = sessions.authenticate(token);
        if (caller.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ProblemWriter.CHALLENGE + ", error=\"invalid_token\"");
            throw unauthenticated("the access token is not valid, has expired, or its session has ended");
        }
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!ScopeTable.permits(caller.get(), request.getMethod(), String.valueOf(route))) {
            throw new ProblemException(
                    Problem.of(RejectionCode.FORBIDDEN, "the scopes of this token do not include this"));
        }
        request.setAttribute(CALLER, caller.get());
        return true;
    }

    private static ProblemException unauthenticated(String detail) {
        return new ProblemException(Problem.of(RejectionCode.UNAUTHENTICATED, detail));
    }
}
