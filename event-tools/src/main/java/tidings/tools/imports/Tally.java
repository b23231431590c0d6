package tidings.tools.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import tidings.tools.slack.Losses;
import tidings.tools.slack.Losses.Left;

/** Counts what became of one channel's messages. Used by one thread at a time. */
final class Tally {

    static final int MAX_EXAMPLES = 20;
    static final String MESSAGE = "message";
    static final String REACTION = "reaction";

    private final Losses losses = new Losses();
    private final Map<String, Integer> notes = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private int imported;
    private int alreadyThere;
    private int reactions;

    /** One message that could not be imported. */
    record Example(String ts, String code, String reason) {}

    /**
     * What became of one channel's messages.
     *
     * @param reactions taken over, one for each person and emoji
     * @param left what could not be kept
     * @param notes what was taken over with a change
     * @param examples the first messages not imported
     */
    record ChannelReport(
            String channel,
            String channelId,
            int imported,
            int alreadyThere,
            int reactions,
            List<Left> left,
            Map<String, Integer> notes,
            List<Example> examples) {

        static int total(List<ChannelReport> channels, ToIntFunction<ChannelReport> count) {
            return channels.stream().mapToInt(count).sum();
        }

        static Map<String, Integer> notes(List<ChannelReport> channels) {
            Map<String, Integer> sum = new TreeMap<>();
            channels.forEach(channel -> channel.notes().forEach((note, count) -> sum.merge(note, count, Integer::sum)));
            return sum;
        }
    }

    void imported(ImportsApi.MessagesAnswer answer) {
        imported += answer.imported();
        alreadyThere += answer.alreadyThere();
    }

    /** What the channel's own system said, by Slack's subtype. */
    void system(String subtype) {
        losses.count(MESSAGE, "SYSTEM_" + subtype.toUpperCase(Locale.ROOT));
    }

    void left(String kind, String reason, int many) {
        losses.count(kind, reason, many);
    }

    /** A message that cannot be kept, and its reactions with it. */
    void notImported(ImportsApi.NewMessage message, String code, String reason) {
        int people = reactionsOf(message);
        reactions -= people;
        losses.count(REACTION, "MESSAGE_NOT_KEPT", people);
        notImported(message.clientMessageId().replaceFirst("^slack:", ""), code, reason);
    }

    void notImported(String ts, String code, String reason) {
        losses.count(MESSAGE, code);
        example(ts, code, reason);
    }

    void example(String ts, String code, String reason) {
        if (examples.size() < MAX_EXAMPLES) {
            examples.add(new Example(ts, code, reason));
        }
    }

    void reactions(ImportsApi.NewMessage message) {
        reactions += reactionsOf(message);
    }

    /** The reactions of a message that is kept without them. */
    void reactionsNotImported(ImportsApi.NewMessage message, String code) {
        reactions -= reactionsOf(message);
        losses.count(REACTION, code, reactionsOf(message));
    }

    private static int reactionsOf(ImportsApi.NewMessage message) {
        return message.reactions().stream()
                .mapToInt(reaction -> reaction.authorIds().size())
                .sum();
    }

    void note(String what) {
        notes.merge(what, 1, Integer::sum);
    }

    ChannelReport report(String channel, String channelId) {
        return new ChannelReport(
                channel,
                channelId,
                imported,
                alreadyThere,
                reactions,
                losses.all(),
                Map.copyOf(notes),
                List.copyOf(examples));
    }
}
