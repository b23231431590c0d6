package tidings.query.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody without a valid token reach GraphQL, and no request that a page of another origin could send without
 * asking first: a query is a POST of JSON, or a WebSocket upgrade, which may authenticate in its first message.
 */
@Component
@Order(ViewerFilter.FIRST)
public final class ViewerFilter extends OncePerRequestFilter {

    /** Its place among the filters: whoever comes later knows the viewer. */
    public static final int FIRST = 10;

    private static final String GRAPHQL = "/graphql";

    private static final Logger LOG = LoggerFactory.getLogger(ViewerFilter.class);

    private final TokenVerifier tokens;

    ViewerFilter(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(GRAPHQL);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Viewer> viewer;
        try {
            viewer = header == null ? Optional.empty() : tokens.viewerOfHeader(header);
        } catch (RuntimeException e) {
            LOG.warn("cannot tell whether a token is valid: {}", e.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            ErrorAnswer.send(
                    response, 503, "UNAVAILABLE", "it cannot be told now whether the token is valid: try again later");
            return;
        }
        boolean upgrade = SocketUpgrade.asks(request);
        viewer.ifPresent(found -> request.setAttribute(Viewer.ATTRIBUTE, found));
        if (viewer.isEmpty() && !(upgrade && header == null)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            ErrorAnswer.send(response, 401, "UNAUTHENTICATED", "a valid access token is needed");
        } else if (!upgrade && !HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            ErrorAnswer.send(response, 405, "BAD_REQUEST", "queries are sent by POST");
        } else if (!upgrade && !isJson(request.getContentType())) {
            ErrorAnswer.send(response, 415, "BAD_REQUEST", "a query is application/json");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
