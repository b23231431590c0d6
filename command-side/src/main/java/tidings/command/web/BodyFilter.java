package tidings.command.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tidings.command.dispatch.RejectionCode;

/**
 * Bounds what a request may send: by its declared length at once, otherwise while it is read, and how long that may take.
 * JSON is UTF-8 (RFC 8259), and is sent as it is: without an encoding.
 */
final class BodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final long MAX_PUBLIC = 65_536;
    static final long MAX_INTERNAL = 33_554_432;
    private static final String PLAIN = "identity";

    /** Forms are read by the container itself, past all bounds. */
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, new MediaType("multipart", "*"));

    private final transient ProblemWriter problems;
    private final Duration time;

    /** @param time from a body's first byte to its last */
    BodyFilter(ProblemWriter problems, Duration time) {
        this.problems = problems;
        this.time = time;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long limit = request.getRequestURI().startsWith("/internal/") ? MAX_INTERNAL : MAX_PUBLIC;
        BoundedRequest bounded = new BoundedRequest(request, limit, time, System::nanoTime);
        // who asks first (Expect: 100-continue) does not send what nobody wants
        HttpServletResponse draining =
                request.getHeader(HttpHeaders.EXPECT) == null ? new DrainingResponse(response, bounded) : response;
        Optional<Problem> refusal = refusal(request, draining, limit);
        if (refusal.isPresent()) {
            problems.write(draining, refusal.get());
        } else {
            chain.doFilter(bounded, draining);
        }
        if (bounded.isTooSlow()) {
            response.flushBuffer();
            throw new CloseNowException();
        }
    }

    private static Optional<Problem> refusal(HttpServletRequest request, HttpServletResponse response, long limit) {
        if (request.getContentLengthLong() > limit) {
            return Optional.of(tooLarge());
        }
        if (!Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .allMatch(PLAIN::equalsIgnoreCase)) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, PLAIN);
            return Optional.of(StatusProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()));
        }
        return namesItsType(request.getContentType())
                ? Optional.empty()
                : Optional.of(StatusProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()));
    }

    /** Spring takes wildcards and unheard-of charsets in a Content-Type for a bug of ours. */
    private static boolean namesItsType(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.isConcrete()
                    && FORMS.stream().noneMatch(form -> form.includes(type))
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    static Problem tooLarge() {
        return Problem.of(RejectionCode.TOO_LARGE, "the body is too large");
    }

    /** Takes in what is left of the request's body before an answer goes out: the container closes both at once. */
    private static final class DrainingResponse extends HttpServletResponseWrapper {

        private final BoundedRequest request;

        DrainingResponse(HttpServletResponse response, BoundedRequest request) {
            super(response);
            this.request = request;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            request.drain();
            return super.getOutputStream();
        }
    }
}
