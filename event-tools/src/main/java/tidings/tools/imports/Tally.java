package tidings.tools.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Counts what became of one channel's messages. Used by one thread at a time. */
final class Tally {

    static final int MAX_EXAMPLES = 20;

    private int imported;
    private int alreadyThere;
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, Integer> notImported = new TreeMap<>();
    private final Map<String, Integer> notes = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();

    /** One message that could not be imported. */
    record Example(String ts, String code, String reason) {}

    /**
     * What became of one channel's messages.
     *
     * @param leftOut system messages, by Slack's subtype
     * @param notImported messages that could not be taken over, by code
     * @param notes what was taken over with a loss or a change
     * @param examples the first of those not imported
     */
    record ChannelReport(
            String channel,
            String channelId,
            int imported,
            int alreadyThere,
            Map<String, Integer> leftOut,
            Map<String, Integer> notImported,
            Map<String, Integer> notes,
            List<Example> examples) {

        /** The sum of one of the maps over several channels. */
        static Map<String, Integer> sum(List<ChannelReport> channels, CountsOf counts) {
            Map<String, Integer> sum = new TreeMap<>();
            channels.forEach(
                    channel -> counts.of(channel).forEach((key, count) -> sum.merge(key, count, Integer::sum)));
            return sum;
        }

        static int total(List<ChannelReport> channels, ToIntFunction<ChannelReport> count) {
            return channels.stream().mapToInt(count).sum();
        }
    }

    /** Picks one of a report's maps. */
    interface CountsOf {
        Map<String, Integer> of(ChannelReport report);
    }

    void answered(ImportsApi.MessagesAnswer answer) {
        imported += answer.imported();
        alreadyThere += answer.alreadyThere();
        answer.rejected()
                .forEach(rejection -> notImported(
                        rejection.clientMessageId().replaceFirst("^slack:", ""),
                        rejection.code(),
                        rejection.message()));
    }

    void leftOut(String subtype) {
        leftOut.merge(subtype, 1, Integer::sum);
    }

    void notImported(String ts, String code, String reason) {
        notImported.merge(code, 1, Integer::sum);
        if (examples.size() < MAX_EXAMPLES) {
            examples.add(new Example(ts, code, reason));
        }
    }

    void note(String what) {
        notes.merge(what, 1, Integer::sum);
    }

    int done() {
        return imported + alreadyThere;
    }

    ChannelReport report(String channel, String channelId) {
        return new ChannelReport(
                channel,
                channelId,
                imported,
                alreadyThere,
                Map.copyOf(leftOut),
                Map.copyOf(notImported),
                Map.copyOf(notes),
                List.copyOf(examples));
    }
}
