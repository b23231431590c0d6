package tidings.tools.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a day file, as it stands there: text in Slack's own markup, times as Slack's decimal seconds.
 *
 * @param type {@code message} for all that people write
 * @param subtype empty for ordinary messages
 * @param ts when it was written, and its id within the channel
 * @param author null when nobody is named
 * @param threadTs the {@code ts} of the message whose thread it belongs to; null outside of threads
 * @param editedTs when it was last edited; null if never
 * @param attachments the plain texts of its attachments and link previews
 */
public record SlackMessage(
        String type,
        String subtype,
        String ts,
        @Nullable SlackAuthor author,
        String text,
        @Nullable String threadTs,
        @Nullable String editedTs,
        List<SlackReaction> reactions,
        List<SlackFile> files,
        List<String> attachments) {

    public SlackMessage {
        reactions = List.copyOf(reactions);
        files = List.copyOf(files);
        attachments = List.copyOf(attachments);
    }

    /** Whether it answers another message. */
    public boolean isReply() {
        return threadTs != null && !threadTs.equals(ts);
    }
}
