package tidings.tools.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tidings.tools.imports.Tally.ChannelReport;
import tidings.tools.slack.Losses.Left;

/**
 * What an import came to.
 *
 * @param source the key of the workspace; the same for every export of it
 * @param kept accounts, channels, messages and reactions that are here now
 * @param left what could not be kept, by kind and reason
 * @param total what was found: kept and left together
 * @param notes what was taken over with a change, by kind
 * @param refusedChannels why, by the other system's id
 */
record ImportReport(
        String source,
        int kept,
        List<Left> left,
        int total,
        Counts accounts,
        Counts channels,
        Counts messages,
        int reactions,
        Map<String, Integer> notes,
        Map<String, String> refusedChannels,
        double seconds,
        List<ChannelReport> perChannel) {

    /** How many are new, and how many were there from an earlier run. */
    record Counts(int imported, int alreadyThere) {

        int all() {
            return imported + alreadyThere;
        }

        private String in(String what) {
            return String.format("%,d %s imported, %,d already there", imported, what, alreadyThere);
        }
    }

    static int sum(List<Left> left) {
        return left.stream().mapToInt(Left::count).sum();
    }

    /** The report for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(messages.in("messages")).append('\n');
        text.append(channels.in("channels")).append('\n');
        text.append(accounts.in("accounts")).append('\n');
        list(
                text,
                "Could not be kept",
                left.stream()
                        .map(one -> line(one.count(), one.kind() + ": " + one.reason()))
                        .toList());
        list(text, "For example", examples());
        refusedChannels.forEach((channel, reason) -> text.append("Channel ")
                .append(channel)
                .append(' ')
                .append(reason)
                .append('\n'));
        List<String> changed = new ArrayList<>();
        notes.forEach((what, count) -> changed.add(line(count, what)));
        list(text, "Notes", changed);
        return text.append(String.format("Took %.1f s; source %s", seconds, source))
                .toString();
    }

    private List<String> examples() {
        return perChannel.stream()
                .flatMap(channel -> channel.examples().stream()
                        .map(example -> "    " + channel.channel() + " " + example.ts() + ": " + example.code() + ", "
                                + example.reason()))
                .limit(Tally.MAX_EXAMPLES)
                .toList();
    }

    private static String line(int count, String what) {
        return String.format("  %,9d  %s", count, what);
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(title).append(":\n");
            lines.forEach(line -> text.append(line).append('\n'));
        }
    }
}
