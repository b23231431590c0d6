package tidings.client;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** {@code Retry-After} of a refused handshake, as in RFC 9110, section 10.2.3. */
final class RetryAfter {

    /** Seconds; the other form of a Retry-After, a date, is not for those who have no common clock. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private RetryAfter() {}

    /** The failure, or when to come again where the server says so. */
    static Throwable explain(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        if (reason instanceof WebSocketHandshakeException refused) {
            return refused.getResponse()
                    .headers()
                    .firstValue("Retry-After")
                    .filter(SECONDS.asMatchPredicate())
                    .<Throwable>map(seconds -> new RetryLaterException(Duration.ofSeconds(Long.parseLong(seconds))))
                    .orElse(refused);
        }
        return failure;
    }
}
