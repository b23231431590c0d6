package tidings.tools.imports;

import tidings.tools.slack.CleanText;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackFile;
import tidings.tools.slack.SlackMessage;

/** Writes the body of a message: its text, or what its attachments say when it has none, and a line for each file. */
final class MessageBody {

    private final Mrkdwn mrkdwn;
    private final Tally tally;

    MessageBody(Mrkdwn mrkdwn, Tally tally) {
        this.mrkdwn = mrkdwn;
        this.tally = tally;
    }

    String of(SlackMessage message) {
        String text = mrkdwn.render(message.text());
        if (!message.attachments().isEmpty()) {
            if (text.isBlank()) {
                text = mrkdwn.render(String.join("\n", message.attachments()));
            } else {
                tally.note("attachments left out");
            }
        }
        StringBuilder body = new StringBuilder(text);
        for (SlackFile file : message.files()) {
            tally.note("files named, not copied");
            if (file.url().isEmpty() || !text.contains(file.url())) {
                body.append(body.isEmpty() ? "" : "\n").append(line(file));
            }
        }
        CleanText clean = CleanText.of(body.toString());
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
        return file.url().isEmpty()
                ? "[" + name + "]"
                : "[" + name.replace("[", "\\[").replace("]", "\\]") + "](" + file.url() + ")";
    }
}
