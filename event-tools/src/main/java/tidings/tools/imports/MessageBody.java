package tidings.tools.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tidings.tools.slack.CleanText;
import tidings.tools.slack.FileSecrets;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackFile;
import tidings.tools.slack.SlackMessage;

/** Writes the body of a message: its text, what only its blocks and attachments say, and a line for each file. */
final class MessageBody {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Mrkdwn mrkdwn;
    private final Tally tally;

    MessageBody(Mrkdwn mrkdwn, Tally tally) {
        this.mrkdwn = mrkdwn;
        this.tally = tally;
    }

    String of(SlackMessage message) {
        List<String> parts = new ArrayList<>();
        add(parts, mrkdwn.render(message.text()));
        blocks(message, parts);
        for (SlackMessage.Attachment attachment : message.attachments()) {
            if (attachment.preview() && !parts.isEmpty()) {
                tally.left("attachment", "LINK_PREVIEW", 1);
            } else {
                addWhatIsNew(parts, mrkdwn.render(attachment.text()));
            }
        }
        files(message, parts);
        String body = String.join("\n", parts);
        String open = FileSecrets.removedFrom(body);
        if (!open.equals(body)) {
            tally.note("keys of files removed from addresses");
        }
        return cleaned(open);
    }

    /** What a person typed stands in the text and in a block; a text that a bot's blocks repeat is left to them. */
    private void blocks(SlackMessage message, List<String> parts) {
        List<SlackMessage.Block> blocks = message.blocks();
        String all = mrkdwn.render(blocks.stream().map(SlackMessage.Block::text).collect(Collectors.joining("\n")));
        if (!parts.isEmpty()
                && !words(parts.getFirst()).isEmpty()
                && words(all).contains(words(parts.getFirst()))
                && blocks.stream().noneMatch(SlackMessage.Block::written)) {
            parts.clear();
        }
        boolean textSaysIt = !parts.isEmpty();
        for (SlackMessage.Block block : blocks) {
            if (!block.written() || !textSaysIt) {
                addWhatIsNew(parts, mrkdwn.render(block.text()));
            }
        }
    }

    private void files(SlackMessage message, List<String> parts) {
        String text = String.join("\n", parts);
        for (SlackFile file : message.files()) {
            tally.left(
                    "file",
                    file.state() == SlackFile.State.KEPT
                            ? "NOT_COPIED"
                            : file.state().name(),
                    1);
            if (file.url().isEmpty() || !text.contains(file.url())) {
                parts.add(line(file));
            }
        }
    }

    private static void add(List<String> parts, String text) {
        if (!text.isBlank()) {
            parts.add(text);
        }
    }

    private static void addWhatIsNew(List<String> parts, String text) {
        String known = words(String.join(" ", parts));
        if (parts.isEmpty() || words(text).isEmpty() || !known.contains(words(text))) {
            add(parts, text);
        }
    }

    private static String words(String text) {
        return NO_WORD.matcher(text).replaceAll(" ").strip();
    }

    private String cleaned(String body) {
        CleanText clean = CleanText.of(body);
        if (clean.changed()) {
            tally.note("texts cleaned of control characters or normalised");
        }
        if (clean.text().isBlank()) {
            tally.note("messages without text");
        }
        return clean.text();
    }

    private static String line(SlackFile file) {
        String name = file.name().isEmpty() ? "file" : file.name();
        return switch (file.state()) {
            case DELETED -> "[" + name + ", deleted]";
            case HIDDEN -> "[" + name + ", hidden by Slack]";
            case KEPT -> file.url().isEmpty() ? "[" + name + "]" : Mrkdwn.markdown(name, file.url());
        };
    }
}
