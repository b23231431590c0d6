package tidings.events.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One event of the command side's feed as it came: a JSON object that begins with its index. */
public record FeedLine(long index, String json) {

    /** Where a command node answers with the feed. */
    public static final String PATH = "/internal/events";

    /** The header of a page that tells the highest index there is. */
    public static final String HEAD_HEADER = "Tidings-Head-Index";

    private static final String INDEX = "{\"index\":";

    /**
     * Gives the lines of a page to the reader and closes it. Damaged data may have line ends of their own: a line lasts
     * until the next one that begins as it must.
     *
     * @return the last index of the page, or -1 when it is empty
     * @throws IOException when the page breaks off, or does not begin with an event
     */
    public static long read(InputStream page, Consumer<FeedLine> reader) throws IOException {
        long last = -1;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(page, StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            while (first != null) {
                StringBuilder whole = new StringBuilder(first);
                String next = lines.readLine();
                while (next != null && !next.startsWith(INDEX)) {
                    whole.append('\n').append(next);
                    next = lines.readLine();
                }
                FeedLine line = of(whole.toString());
                reader.accept(line);
                last = line.index();
                first = next;
            }
        }
        return last;
    }

    private static FeedLine of(String json) throws IOException {
        int end = json.indexOf(',');
        try {
            if (json.startsWith(INDEX) && end > 0) {
                return new FeedLine(Long.parseLong(json.substring(INDEX.length(), end)), json);
            }
        } catch (NumberFormatException e) {
            throw new IOException("the event feed has a line with a broken index", e);
        }
        throw new IOException("the event feed has a line without an index");
    }
}
