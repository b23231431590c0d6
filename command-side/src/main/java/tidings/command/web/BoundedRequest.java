package tidings.command.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A request whose body is bounded: in bytes, and in the time from its first byte to its last. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private static final int MAX_DRAINED = 1_048_576;

    private final long limit;
    private final LongSupplier nanoTime;
    private final long deadline;
    private boolean drained;
    private boolean tooSlow;

    BoundedRequest(HttpServletRequest request, long limit, Duration time, LongSupplier nanoTime) {
        super(request);
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + time.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new BoundedStream(super.getInputStream(), limit);
    }

    /** Whether the body has not come as a whole in time: nothing that comes now will be read. */
    boolean isTooSlow() {
        return tooSlow;
    }

    /** Reads what nobody has read, so that the client can read the answer and go on; not for longer than all may take. */
    void drain() throws IOException {
        ServletInputStream source = super.getInputStream();
        if (drained || tooSlow || source.isFinished()) {
            return;
        }
        drained = true;
        byte[] buffer = new byte[8_192];
        try (BoundedStream rest = new BoundedStream(source, MAX_DRAINED)) {
            int read = 0;
            while (read >= 0) {
                read = rest.read(buffer, 0, buffer.length);
            }
        } catch (BodyTooSlowException | BodyTooLargeException e) {
            // a client that goes on for so long does not wait for an answer
        }
    }

    private final class BoundedStream extends ServletInputStream {

        private final ServletInputStream source;
        private long left;

        BoundedStream(ServletInputStream source, long limit) {
            this.source = source;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = source.read(buffer, offset, length);
            } catch (IOException e) {
                throw e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException
                        ? tooSlow()
                        : e;
            }
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new BodyTooLargeException();
            }
            if (read >= 0 && nanoTime.getAsLong() - deadline > 0) {
                throw tooSlow();
            }
            return read;
        }

        private BodyTooSlowException tooSlow() {
            tooSlow = true;
            return new BodyTooSlowException();
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
