package tidings.tools.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.tools.slack.SlackAuthor;
import tidings.tools.slack.SlackMessage;
import tidings.tools.slack.SlackTime;

/**
 * Turns the messages of one channel, given in time order, into what the command side imports. The id of a message is
 * {@code slack:<ts>}; a second message of the same channel and time gets {@code #2}, by its place in the export.
 */
final class MessageMapping {

    /** The command side's bound for imported messages, in code points. */
    static final int MAX_CODE_POINTS = 16_384;

    private static final Set<String> TYPES = Set.of("message", "");

    private final SlackAccounts accounts;
    private final MessageBody bodies;
    private final Tally tally;
    private final ReactionMapping reactions;
    private final boolean mergesConversations;
    private final Roots roots = new Roots();
    private final Map<String, List<SlackMessage>> ofSameTime = new HashMap<>();
    private String lastTime = "";

    /** @param mergesConversations whether messages come from several conversations, the one after the other */
    MessageMapping(SlackAccounts accounts, MessageBody bodies, Tally tally, boolean mergesConversations) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.tally = tally;
        this.reactions = new ReactionMapping(accounts, tally);
        this.mergesConversations = mergesConversations;
    }

    /** Everybody of whom an account is needed. */
    static List<SlackAuthor> people(SlackMessage message) {
        List<SlackAuthor> people = new ArrayList<>();
        if (message.author() != null) {
            people.add(message.author());
        }
        message.reactions().forEach(reaction -> reaction.users().forEach(user -> people.add(SlackAuthor.of(user))));
        return people;
    }

    /** The message to import, or empty when there is none; then it is counted with its reason. */
    Optional<ImportsApi.NewMessage> map(SlackMessage message) {
        if (!TYPES.contains(message.type())) {
            tally.system(message.type());
            return Optional.empty();
        }
        if (SystemMessages.contains(message.subtype()) && !message.isThreadRoot()) {
            tally.system(message.subtype());
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
            return Optional.empty();
        }
        String id = "slack:" + message.ts() + (occurrence == 1 ? "" : "#" + occurrence);
        return imported(message, author, written.get(), id);
    }

    private Optional<ImportsApi.NewMessage> imported(
            SlackMessage message, SlackAuthor author, Instant written, String id) {
        String account = accounts.find(author.id());
        String body = bodies.of(message);
        if (body.isBlank() && SystemMessages.contains(message.subtype())) {
            body = "[" + message.subtype().replace('_', ' ') + "]";
        }
        if (account == null || body.codePointCount(0, body.length()) > MAX_CODE_POINTS) {
            String code = account == null ? "NO_ACCOUNT" : "TOO_LARGE";
            tally.notImported(
                    message.ts(),
                    code,
                    account == null
                            ? "its author has no account"
                            : "it has more than " + MAX_CODE_POINTS + " characters");
            return Optional.empty();
        }
        if (!message.timed()) {
            tally.note("messages without a time, which have that of the message before");
        }
        ImportsApi.MessageRef ref = new ImportsApi.MessageRef(account, id);
        roots.add(message, ref);
        ImportsApi.NewMessage mapped = new ImportsApi.NewMessage(
                id,
                account,
                written,
                edited(message, written),
                body,
                message.isReply() ? parent(message) : null,
                reactions.of(message));
        tally.reactions(mapped);
        return Optional.of(mapped);
    }

    /** 1 for the first message of its time, 2 for the next; 0 when it says the same as one before it. */
    private int occurrence(SlackMessage message) {
        String time = SlackTime.key(message.ts());
        if (!time.equals(lastTime) && !mergesConversations) {
            ofSameTime.clear();
        }
        lastTime = time;
        List<SlackMessage> before = ofSameTime.computeIfAbsent(time, ts -> new ArrayList<>());
        if (message.change() && !before.isEmpty()) {
            tally.left(Tally.MESSAGE, "SUPERSEDED", 1);
            return 0;
        }
        for (SlackMessage earlier : before) {
            if (earlier.text().equals(message.text())
                    && earlier.blocks().equals(message.blocks())
                    && sameAuthor(earlier, message)) {
                tally.left(Tally.MESSAGE, "REPEATED", 1);
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
        ImportsApi.MessageRef parent = roots.of(reply);
        if (parent == null) {
            tally.left("thread", "ROOT_MISSING", 1);
        }
        return parent;
    }

    /** That a message was edited is kept when the export does not say well when. */
    private static @Nullable Instant edited(SlackMessage message, Instant written) {
        SlackMessage.Edited edited = message.edited();
        return edited == null
                ? null
                : SlackTime.parse(edited.ts())
                        .filter(time -> !time.isBefore(written))
                        .orElse(written);
    }
}
