package tidings.tools.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.tools.slack.EmojiNames;
import tidings.tools.slack.SlackAuthor;
import tidings.tools.slack.SlackMessage;
import tidings.tools.slack.SlackReaction;
import tidings.tools.slack.SlackTime;

/**
 * Turns the messages of one channel, given in time order, into what the command side imports. The id of a message is
 * {@code slack:<ts>}; a second message of the same channel and time gets {@code #2}, by its place in the export.
 */
final class MessageMapping {

    /** The command side's bound for imported messages, in code points. */
    static final int MAX_CODE_POINTS = 16_384;

    private static final int MAX_EMOJI = 32;
    private static final String MESSAGE = "message";

    private final SlackAccounts accounts;
    private final MessageBody bodies;
    private final Tally tally;
    private final Map<String, ImportsApi.MessageRef> threads = new HashMap<>();
    private final Map<String, List<SlackMessage>> ofSameTime = new HashMap<>();
    private String lastTs = "";

    MessageMapping(SlackAccounts accounts, MessageBody bodies, Tally tally) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.tally = tally;
    }

    /** The message to import, or empty when there is none; then it is counted with its reason. */
    Optional<ImportsApi.NewMessage> map(SlackMessage message) {
        if (!message.type().equals(MESSAGE) || SystemMessages.contains(message.subtype())) {
            tally.leftOut(message.subtype().isEmpty() ? message.type() : message.subtype());
            return Optional.empty();
        }
        Optional<Instant> written = SlackTime.parse(message.ts());
        SlackAuthor author = message.author();
        if (written.isEmpty() || author == null) {
            String code = written.isEmpty() ? "BAD_TIME" : "NO_AUTHOR";
            tally.notImported(message.ts(), code, "the export does not say who wrote it, and when");
            return Optional.empty();
        }
        int occurrence = occurrence(message);
        if (occurrence == 0) {
            tally.leftOut("repeated in the export");
            return Optional.empty();
        }
        String id = "slack:" + message.ts() + (occurrence == 1 ? "" : "#" + occurrence);
        return imported(message, author, written.get(), id);
    }

    private Optional<ImportsApi.NewMessage> imported(
            SlackMessage message, SlackAuthor author, Instant written, String id) {
        String body = bodies.of(message);
        if (body.codePointCount(0, body.length()) > MAX_CODE_POINTS) {
            tally.notImported(message.ts(), "TOO_LARGE", "it has more than " + MAX_CODE_POINTS + " characters");
            return Optional.empty();
        }
        ImportsApi.MessageRef ref = new ImportsApi.MessageRef(accounts.idOf(author), id);
        if (message.ts().equals(message.threadTs())) {
            threads.put(message.ts(), ref);
        }
        return Optional.of(new ImportsApi.NewMessage(
                id,
                ref.authorId(),
                written,
                edited(message, written),
                body,
                message.isReply() ? parent(message) : null,
                reactions(message)));
    }

    /** 1 for the first message of its time, 2 for the next; 0 when it says the same as one before it. */
    private int occurrence(SlackMessage message) {
        if (!message.ts().equals(lastTs)) {
            ofSameTime.clear();
            lastTs = message.ts();
        }
        List<SlackMessage> before = ofSameTime.computeIfAbsent(message.ts(), ts -> new ArrayList<>());
        for (SlackMessage earlier : before) {
            if (earlier.text().equals(message.text()) && sameAuthor(earlier, message)) {
                return 0;
            }
        }
        before.add(message);
        return before.size();
    }

    private static boolean sameAuthor(SlackMessage a, SlackMessage b) {
        return a.author() != null && a.author().equals(b.author());
    }

    private ImportsApi.@Nullable MessageRef parent(SlackMessage reply) {
        ImportsApi.MessageRef parent = threads.get(reply.threadTs());
        if (parent == null) {
            tally.note("replies whose thread is not in the export");
        }
        return parent;
    }

    private static @Nullable Instant edited(SlackMessage message, Instant written) {
        if (message.editedTs() == null) {
            return null;
        }
        return SlackTime.parse(message.editedTs())
                .filter(edited -> !edited.isBefore(written))
                .orElse(null);
    }

    /** Names of one emoji count as one reaction, as "+1" and "thumbsup" do. */
    private List<ImportsApi.Reaction> reactions(SlackMessage message) {
        Map<String, Set<String>> byEmoji = new LinkedHashMap<>();
        for (SlackReaction reaction : message.reactions()) {
            Set<String> people =
                    byEmoji.computeIfAbsent(EmojiNames.render(reaction.name()), emoji -> new LinkedHashSet<>());
            reaction.users().forEach(user -> people.add(accounts.idOf(new SlackAuthor(user, "", false))));
        }
        List<ImportsApi.Reaction> reactions = new ArrayList<>();
        byEmoji.forEach((emoji, people) -> {
            if (!people.isEmpty()) {
                reactions.add(new ImportsApi.Reaction(emoji, List.copyOf(people)));
            }
        });
        return reactions;
    }
}
