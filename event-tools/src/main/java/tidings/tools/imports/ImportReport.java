package tidings.tools.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tidings.tools.imports.Tally.ChannelReport;

/**
 * What an import came to.
 *
 * @param source the key of the workspace; the same for every export of it
 * @param leftOut system messages and repeats, by kind
 * @param notImported messages that could not be taken over, by code
 * @param notes what was taken over with a loss or a change, by kind
 * @param refusedChannels why, by the other system's id
 * @param strayFolders folders of messages without a channel
 */
record ImportReport(
        String source,
        Counts accounts,
        Counts channels,
        Counts messages,
        Map<String, Integer> leftOut,
        Map<String, Integer> notImported,
        Map<String, Integer> notes,
        Map<String, String> refusedChannels,
        Collection<String> strayFolders,
        double seconds,
        List<ChannelReport> perChannel) {

    /** How many are new, and how many were there from an earlier run. */
    record Counts(int imported, int alreadyThere) {

        private String in(String what) {
            return String.format("%,d %s imported, %,d already there", imported, what, alreadyThere);
        }
    }

    /** The report for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(messages.in("messages")).append('\n');
        text.append(channels.in("channels")).append('\n');
        text.append(accounts.in("accounts")).append('\n');
        list(text, "Could not be imported", notImported);
        perChannel.stream()
                .flatMap(channel -> channel.examples().stream()
                        .map(example -> "    e.g. " + channel.channel() + " " + example.ts() + ": " + example.code()
                                + ", " + example.reason()))
                .limit(Tally.MAX_EXAMPLES)
                .forEach(line -> text.append(line).append('\n'));
        refusedChannels.forEach((channel, reason) -> text.append("Channel ")
                .append(channel)
                .append(' ')
                .append(reason)
                .append('\n'));
        strayFolders.forEach(
                folder -> text.append("Folder ").append(folder).append(" belongs to no channel of the export\n"));
        list(text, "Left out", leftOut);
        list(text, "Notes", notes);
        return text.append(String.format("Took %.1f s; source %s", seconds, source))
                .toString();
    }

    private static void list(StringBuilder text, String title, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            text.append(title).append(":\n");
            counts.forEach((what, count) -> text.append(String.format("  %,9d  %s%n", count, what)));
        }
    }
}
