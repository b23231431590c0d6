package tidings.load.books;

import java.util.Arrays;

/** A growing list of longs by message number; what was never put is {@value #UNKNOWN}. */
final class MessageNumbers {

    static final long UNKNOWN = -1;

    private long[] values = new long[0];

    long get(int number) {
        return number < values.length ? values[number] : UNKNOWN;
    }

    void put(int number, long value) {
        if (number >= values.length) {
            int old = values.length;
            values = Arrays.copyOf(values, Math.max(16, Math.max(number + 1, old * 2)));
            Arrays.fill(values, old, values.length, UNKNOWN);
        }
        values[number] = value;
    }
}
