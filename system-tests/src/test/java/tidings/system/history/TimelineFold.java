package tidings.system.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a channel's timeline has to be: a fold over its events, written independently of the projection. */
public final class TimelineFold {

    /**
     * One message as it stands.
     *
     * @param body null when it was deleted
     * @param reactions sorted, each the emoji and how many people gave it
     */
    public record Remembered(
            String id, long seq, String authorId, @Nullable String body, boolean edited, List<String> reactions) {}

    private static final class Draft {

        private final LoggedEvent post;
        private @Nullable String body;
        private boolean edited;
        private final TreeSet<String> reactions = new TreeSet<>();

        private Draft(LoggedEvent post) {
            this.post = post;
            this.body = post.text("body");
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
            }
            case "MessageDeleted" -> of(id).body = null;
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
                reactions.stream().sorted().toList());
    }
}
