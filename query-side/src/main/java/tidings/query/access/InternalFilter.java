package tidings.query.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Guards the internal API by the instance's secret, compared in constant time. */
@Component
@Order(ViewerFilter.FIRST)
final class InternalFilter extends OncePerRequestFilter {

    private final byte[] secret;

    InternalFilter(InternalProperties properties) {
        this.secret = properties.secret().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/internal");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(InternalProperties.HEADER);
        if (given == null || !MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
            ErrorAnswer.send(response, 401, "UNAUTHENTICATED", "the internal secret is needed");
            return;
        }
        chain.doFilter(request, response);
    }
}
