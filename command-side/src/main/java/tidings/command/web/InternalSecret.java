package tidings.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.web.servlet.HandlerInterceptor;
import tidings.command.dispatch.RejectionCode;

/** Lets only the installation's own services in; compares in constant time. */
final class InternalSecret implements HandlerInterceptor {

    static final String HEADER = "Tidings-Internal-Secret";

    private final byte[] secret;

    InternalSecret(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String shown = request.getHeader(HEADER);
        if (shown == null || !MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8))) {
            throw new ProblemException(
                    Problem.of(RejectionCode.UNAUTHENTICATED, "this is for the installation's own services"));
        }
        return true;
    }
}
