package tidings.tools.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a day file: text in Slack's own markup, times as Slack's decimal seconds.
 *
 * @param type {@code message} for all that people write
 * @param subtype empty for ordinary messages
 * @param ts when it was written, and its id within the channel; where the export does not say, that of the message before
 * @param timed whether the export said so
 * @param author null when nobody is named
 * @param threadTs the {@code ts} of the message whose thread it belongs to; null outside of threads
 * @param edited whether it was edited, and when if that is known
 * @param change whether it tells how a message was changed later
 * @param blocks what its blocks say
 * @param attachments what its attachments and link previews say
 */
public record SlackMessage(
        String type,
        String subtype,
        String ts,
        boolean timed,
        @Nullable SlackAuthor author,
        String text,
        @Nullable String threadTs,
        @Nullable Edited edited,
        boolean change,
        List<SlackReaction> reactions,
        List<SlackFile> files,
        List<Block> blocks,
        List<Attachment> attachments) {

    /** @param ts may be no time */
    public record Edited(String ts) {}

    /**
     * What a block says, in Slack's markup.
     *
     * @param written whether it is what the person typed, which the text says too
     */
    public record Block(String text, boolean written) {}

    /**
     * What an attachment says, in Slack's markup.
     *
     * @param preview whether it only shows what a link of the text leads to
     */
    public record Attachment(String text, boolean preview) {}

    public SlackMessage {
        reactions = List.copyOf(reactions);
        files = List.copyOf(files);
        blocks = List.copyOf(blocks);
        attachments = List.copyOf(attachments);
    }

    /** Whether it answers another message. */
    public boolean isReply() {
        return threadTs != null && !isThreadRoot();
    }

    /** Whether others answer it. */
    public boolean isThreadRoot() {
        return threadTs != null && SlackTime.key(threadTs).equals(SlackTime.key(ts));
    }

    SlackMessage at(String time, boolean known) {
        return new SlackMessage(
                type,
                subtype,
                time,
                known,
                author,
                text,
                threadTs,
                edited,
                change,
                reactions,
                files,
                blocks,
                attachments);
    }
}
