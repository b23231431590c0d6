package tidings.system.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a channel's timeline has to be: a fold over its events, written independently of the projection. */
public final class TimelineFold {

    /**
     * One message as it stands.
     *
     * @param body null when it was deleted
     * @param reactions sorted, each the emoji and how many people gave it
     * @param ties what ties it to others
     */
    public record Remembered(
            String id,
            long seq,
            String authorId,
            @Nullable String body,
            boolean edited,
            List<String> reactions,
            Ties ties) {}

    /**
     * @param threadRoot the message that began the thread; empty where there is none
     * @param mentions accounts, {@code @channel} and {@code @here}; nobody when it was deleted
     * @param forwardedFrom who wrote the body elsewhere; empty when it was written here, or deleted
     */
    public record Ties(String threadRoot, List<String> mentions, String forwardedFrom, boolean pinned) {

        public static final Ties NONE = new Ties("", List.of(), "", false);
    }

    private static final class Draft {

        private final LoggedEvent post;
        private @Nullable String body;
        private boolean edited;
        private boolean pinned;
        private JsonNode mentions;
        private final TreeSet<String> reactions = new TreeSet<>();

        private Draft(LoggedEvent post) {
            this.post = post;
            this.body = post.text("body");
            this.mentions = post.data().path("mentions");
            this.edited = !post.text("editedAt").isEmpty();
        }
    }

    private final Map<String, Draft> messages = new LinkedHashMap<>();

    private TimelineFold() {}

    /** The messages of a channel in its order, deleted ones included. */
    public static List<Remembered> of(String channelId, List<LoggedEvent> log) {
        TimelineFold fold = new TimelineFold();
        log.stream().filter(event -> event.streamId().equals(channelId)).forEach(fold::apply);
        return fold.messages.values().stream().map(TimelineFold::remembered).toList();
    }

    private void apply(LoggedEvent event) {
        String id = event.text("messageId");
        switch (event.type()) {
            case "MessagePosted", "MessageImported" -> messages.put(id, new Draft(event));
            case "MessageEdited" -> {
                of(id).body = event.text("body");
                of(id).edited = true;
                of(id).mentions = event.data().path("mentions");
            }
            case "MessageDeleted" -> {
                of(id).body = null;
                of(id).pinned = false;
            }
            case "MessagePinned" -> of(id).pinned = true;
            case "MessageUnpinned" -> of(id).pinned = false;
            case "ReactionAdded" -> of(id).reactions.add(event.text("emoji") + " " + event.actorId());
            case "ReactionRemoved" -> of(id).reactions.remove(event.text("emoji") + " " + event.actorId());
            default -> {
                // members come and go; the timeline is of messages
            }
        }
    }

    private Draft of(String messageId) {
        Draft draft = messages.get(messageId);
        if (draft == null) {
            throw new IllegalStateException("the log changes a message that it never recorded: " + messageId);
        }
        return draft;
    }

    private static Remembered remembered(Draft draft) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        draft.reactions.forEach(reaction -> counts.merge(reaction.split(" ")[0], 1, Integer::sum));
        List<String> reactions = new ArrayList<>();
        counts.forEach((emoji, count) -> reactions.add(emoji + " " + count));
        return new Remembered(
                draft.post.text("messageId"),
                draft.post.seq(),
                String.valueOf(draft.post.actorId()),
                draft.body,
                draft.edited,
                reactions.stream().sorted().toList(),
                ties(draft));
    }

    private static Ties ties(Draft draft) {
        String root = draft.post.text("threadRoot");
        boolean deleted = draft.body == null;
        return new Ties(
                root.isEmpty() ? draft.post.text("replyTo") : root,
                deleted ? List.of() : mentions(draft.mentions),
                deleted ? "" : draft.post.data().at("/forwardedFrom/authorId").asString(""),
                draft.pinned);
    }

    private static List<String> mentions(JsonNode mentions) {
        List<String> names = new ArrayList<>();
        mentions.path("accountIds").forEach(account -> names.add(account.asString()));
        if (mentions.path("channel").asBoolean(false)) {
            names.add("@channel");
        }
        if (mentions.path("here").asBoolean(false)) {
            names.add("@here");
        }
        return names;
    }
}
