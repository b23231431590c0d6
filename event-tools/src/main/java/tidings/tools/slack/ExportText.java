package tidings.tools.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the text of an entry: UTF-8, or UTF-16 where a byte order mark says so; bytes that are neither become U+FFFD. */
final class ExportText {

    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};

    private ExportText() {}

    static Reader of(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, UTF_8.length);
        byte[] start = in.readNBytes(UTF_8.length);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(start, UTF_8)) {
            mark = UTF_8.length;
        } else if (startsWith(start, UTF_16_LITTLE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = UTF_16_LITTLE.length;
        } else if (startsWith(start, UTF_16_BIG)) {
            charset = StandardCharsets.UTF_16BE;
            mark = UTF_16_BIG.length;
        }
        in.unread(start, mark, start.length - mark);
        return new InputStreamReader(in, charset);
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
