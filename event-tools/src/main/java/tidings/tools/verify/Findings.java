package tidings.tools.verify;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, a line each; the first of them are told, all are counted. */
final class Findings {

    private static final int MAX_TOLD = 100;

    private final List<String> told = new ArrayList<>();
    private long count;

    void add(long index, String stream, String streamId, long seq, String type, String what) {
        add(String.format("index %d, %s %s seq %d, %s: %s", index, stream, streamId, seq, type, what));
    }

    void add(String finding) {
        count++;
        if (told.size() < MAX_TOLD) {
            told.add(finding);
        }
    }

    long count() {
        return count;
    }

    List<String> told() {
        return List.copyOf(told);
    }
}
