package tidings.load.socket;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Looks for fields in frames without parsing them: a load generator must stay cheaper than what it measures. */
final class Bytes {

    private Bytes() {}

    /** The index of the first occurrence, or -1. */
    static int find(ByteBuf in, byte[] what) {
        int last = in.writerIndex() - what.length;
        for (int at = in.readerIndex(); at <= last; at++) {
            at = in.indexOf(at, last + 1, what[0]);
            if (at < 0) {
                return -1;
            }
            if (matches(in, at, what)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(ByteBuf in, int at, byte[] what) {
        for (int i = 1; i < what.length; i++) {
            if (in.getByte(at + i) != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digits after the first occurrence of a field's name as a number, or -1. */
    static long number(ByteBuf in, byte[] name) {
        int found = find(in, name);
        if (found < 0) {
            return -1;
        }
        long value = -1;
        for (int at = found + name.length; at < in.writerIndex(); at++) {
            int digit = in.getByte(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = Math.max(value, 0) * 10 + digit;
        }
        return value;
    }

    /** The text after the first occurrence of a field's name up to the next quote, or empty. */
    static String text(ByteBuf in, byte[] name) {
        int found = find(in, name);
        if (found < 0) {
            return "";
        }
        int from = found + name.length;
        int to = in.indexOf(from, in.writerIndex(), (byte) '"');
        return to < 0 ? "" : in.toString(from, to - from, StandardCharsets.UTF_8);
    }
}
