package tidings.events.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the feed says of its event before the data, which may be anything where the log is damaged.
 *
 * @param index -1 where the line does not begin as it must
 * @param actorId null for nobody
 */
public record FeedEvent(
        long index,
        String stream,
        String streamId,
        long seq,
        String at,
        @Nullable String actorId,
        String type) {

    private static final Pattern FORM = Pattern.compile(
            "\\{\"index\":(\\d{1,18}),\"stream\":\"([^\"]*)\",\"streamId\":\"([^\"]*)\","
                    + "\"seq\":(-?\\d{1,18}),\"at\":\"([^\"]*)\",\"actorId\":(?:null|\"([^\"]*)\"),\"type\":\"([^\"]*)\".*",
            Pattern.DOTALL);

    /** Reads the beginning of a line. */
    public static FeedEvent of(String line) {
        Matcher form = FORM.matcher(line);
        return form.matches()
                ? new FeedEvent(
                        Long.parseLong(form.group(1)),
                        form.group(2),
                        form.group(3),
                        Long.parseLong(form.group(4)),
                        form.group(5),
                        form.group(6),
                        form.group(7))
                : new FeedEvent(-1, "", "", -1, "", null, "");
    }

    /** Whether the line begins as it must. */
    public boolean isWhole() {
        return index >= 0;
    }
}
