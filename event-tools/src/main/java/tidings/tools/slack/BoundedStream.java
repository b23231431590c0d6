package tidings.tools.slack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as soon as more bytes come out than an entry may have, whatever the archive claims its size to be. */
final class BoundedStream extends FilterInputStream {

    private final String name;
    private final long limit;
    private long read;

    BoundedStream(InputStream in, String name, long limit) {
        super(in);
        this.name = name;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw new UnreadableExportException(name + " unpacks to more than " + limit + " bytes");
        }
    }
}
