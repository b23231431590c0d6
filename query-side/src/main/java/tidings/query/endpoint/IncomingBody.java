package tidings.query.endpoint;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import org.springframework.http.HttpHeaders;

/** The body of a request: as it is, and bounded in bytes and in the time from its first byte to its last. */
final class IncomingBody {

    static final String PLAIN = "identity";

    private IncomingBody() {}

    /** It has not come as a whole in time. */
    static final class TooSlowException extends IOException {

        private static final long serialVersionUID = 1L;

        TooSlowException() {
            super("the body takes too long");
        }
    }

    /** Whether nothing would have to be decoded. */
    static boolean isPlain(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .allMatch(PLAIN::equalsIgnoreCase);
    }

    /**
     * All of it, or the first {@code max} bytes.
     *
     * @throws TooSlowException when it goes on coming after {@code time}
     */
    static byte[] read(HttpServletRequest request, int max, Duration time) throws IOException {
        long begun = System.nanoTime();
        ServletInputStream source = request.getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        int read = read(source, buffer, max);
        while (read > 0) {
            body.write(buffer, 0, read);
            if (System.nanoTime() - begun > time.toNanos()) {
                throw new TooSlowException();
            }
            read = read(source, buffer, max - body.size());
        }
        return body.toByteArray();
    }

    private static int read(ServletInputStream source, byte[] buffer, int max) throws IOException {
        try {
            return source.read(buffer, 0, Math.min(buffer.length, max));
        } catch (IOException e) {
            throw e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException
                    ? new TooSlowException()
                    : e;
        }
    }
}
