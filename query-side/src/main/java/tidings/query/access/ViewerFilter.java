package tidings.query.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tidings.access.Authentication;

/**
 * Lets nobody without a valid token reach GraphQL, and no request that a page of another origin could send without
 * asking first: a query is a POST of JSON, or a WebSocket upgrade, which may authenticate in its first message.
 */
@Component
@Order(ViewerFilter.FIRST)
public final class ViewerFilter extends OncePerRequestFilter {

    /** Its place among the filters: whoever comes later knows the viewer. */
    public static final int FIRST = 10;

    /** The request attribute and the GraphQL context entry that carries who is asking, an {@link tidings.access.Identity}. */
    public static final String VIEWER = "tidings.viewer";

    private static final String GRAPHQL = "/graphql";

    private static final Logger LOG = LoggerFactory.getLogger(ViewerFilter.class);

    private static final Authentication NO_TOKEN = new Authentication.Denied("no token");

    private final ReaderAuthentication readers;

    ViewerFilter(ReaderAuthentication readers) {
        this.readers = readers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(GRAPHQL);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upgrade = SocketUpgrade.asks(request);
        if (!isLetIn(request, response, upgrade)) {
            return;
        }
        if (!upgrade && !HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            ErrorAnswer.send(response, 405, "BAD_REQUEST", "queries are sent by POST");
        } else if (!upgrade && !isJson(request.getContentType())) {
            ErrorAnswer.send(response, 415, "BAD_REQUEST", "a query is application/json");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** False once the refusal is sent. A socket may sign in by its first message. */
    private boolean isLetIn(HttpServletRequest request, HttpServletResponse response, boolean upgrade)
            throws IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null && upgrade) {
            return true;
        }
        switch (header == null ? NO_TOKEN : authentication(header)) {
            case Authentication.Granted granted -> {
                request.setAttribute(VIEWER, granted.identity());
                return true;
            }
            case Authentication.Denied ignored -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                ErrorAnswer.send(response, 401, "UNAUTHENTICATED", "a valid access token is needed");
            }
            case Authentication.InsufficientScope missing -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, missing.challenge());
                ErrorAnswer.send(response, 403, "FORBIDDEN", missing.reason());
            }
            case Authentication.Undecided undecided -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                ErrorAnswer.send(
                        response,
                        503,
                        "UNAVAILABLE",
                        "it cannot be told now whether the token is valid: try again later");
            }
        }
        return false;
    }

    private Authentication authentication(String header) {
        try {
            return readers.ofHeader(header);
        } catch (RuntimeException e) {
            LOG.warn("cannot tell whether a token is valid: {}", e.toString());
            return new Authentication.Undecided("the views cannot be asked");
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
