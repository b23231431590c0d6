package tidings.tools.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells workspaces apart: an export does not say which one it is of, but its users' team id does. */
final class Workspace {

    private static final int KEY_LENGTH = 16;

    private Workspace() {}

    /** The team of most users; without any, a digest of the oldest channel's id. Ids outlive renames and later exports. */
    static String keyOf(List<SlackUser> users, List<SlackChannel> channels) {
        Map<String, Long> teams = users.stream()
                .map(SlackUser::team)
                .filter(team -> !team.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return teams.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElseGet(() -> digest(channels));
    }

    private static String digest(List<SlackChannel> channels) {
        String oldest = channels.stream()
                .min(Comparator.comparingLong(SlackChannel::created).thenComparing(SlackChannel::id))
                .map(SlackChannel::id)
                .orElse("");
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(oldest.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
