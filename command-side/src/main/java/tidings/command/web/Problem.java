package tidings.command.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;

/**
 * An error answer by RFC 9457.
 *
 * @param code stable, for programs
 * @param detail for people; says nothing that the caller may not know
 * @param retryAfterMs when trying again may help
 * @param first what was answered the first time, where that is why this is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable Long retryAfterMs,
        @Nullable First first) {

    /** The message that a clientMessageId stands for since it was sent the first time. */
    public record First(String id, long seq, Instant at) {}

    private static final Duration SOON = Duration.ofSeconds(1);

    public static Problem of(ProblemCode code, String detail) {
        return of(code.status(), code.name(), detail);
    }

    /** A malformed request of a kind that has a status of its own, but no code. */
    public static Problem malformed(HttpStatus status) {
        return of(status, RejectionCode.BAD_FRAME.name(), "the request is malformed");
    }

    private static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), code, detail, null, null);
    }

    /** @param retryAfter zero when trying again is no use */
    public static Problem of(RejectionCode code, String detail, Duration retryAfter) {
        Problem problem = of(statusOf(code), code.name(), detail);
        boolean temporary = code == RejectionCode.BUSY || code == RejectionCode.UNAVAILABLE;
        Duration wait = retryAfter.isZero() && temporary ? SOON : retryAfter;
        return wait.isZero() ? problem : problem.retryAfter(wait);
    }

    public static Problem of(RejectionCode code, String detail) {
        return of(code, detail, Duration.ZERO);
    }

    /** @param name tells apart what has the same code */
    public static Problem named(String name, RejectionCode code, String detail) {
        return of(code, detail).named(name);
    }

    /** As {@link #named(String, RejectionCode, String)}. */
    public static Problem named(String name, ProblemCode code, String detail) {
        return of(code, detail).named(name);
    }

    private Problem named(String name) {
        return new Problem("urn:tidings:problem:" + name, title, status, code, detail, retryAfterMs, first);
    }

    /** With what was accepted before under the same key, where that is why it is refused. */
    public static Problem of(CommandRefusedException refused) {
        Problem plain = of(refused.code(), refused.reason(), refused.retryAfter());
        Outcome.Accepted first = refused.first();
        return first == null || first.messageId() == null
                ? plain
                : plain.first(new First(first.messageId().toString(), first.seq(), first.at()));
    }

    private Problem first(First answered) {
        return new Problem(type, title, status, code, detail, retryAfterMs, answered);
    }

    private Problem retryAfter(Duration wait) {
        return new Problem(type, title, status, code, detail, wait.toMillis(), first);
    }

    @JsonIgnore
    boolean isUnauthenticated() {
        return status == HttpStatus.UNAUTHORIZED.value();
    }

    private static HttpStatus statusOf(RejectionCode code) {
        return switch (code) {
            case BAD_FRAME -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
