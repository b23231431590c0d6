package tidings.tools.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tidings.tools.http.RequestRefused;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackChannel;
import tidings.tools.slack.SlackExport;
import tidings.tools.slack.SlackMessage;
import tidings.tools.slack.UnreadableExport;
import tidings.tools.terminal.Progress;

/** Imports the messages of one channel, day by day, in batches; one batch is under way at a time, which keeps the order. */
final class ChannelImport {

    private static final int MAX_BATCH = 500;
    private static final int MAX_BATCH_CHARACTERS = 500_000;

    private final SlackExport export;
    private final SlackChannel channel;
    private final String channelId;
    private final ImportsApi api;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final MessageMapping mapping;
    private final List<ImportsApi.NewMessage> batch = new ArrayList<>();
    private int batchCharacters;

    ChannelImport(
            SlackExport export,
            SlackChannel channel,
            String channelId,
            SlackAccounts accounts,
            Mrkdwn mrkdwn,
            ImportsApi api,
            Progress progress) {
        this.export = export;
        this.channel = channel;
        this.channelId = channelId;
        this.api = api;
        this.progress = progress;
        this.mapping = new MessageMapping(accounts, new MessageBody(mrkdwn, tally), tally);
    }

    Tally.ChannelReport run() throws IOException {
        for (String day : export.days(channel)) {
            importDay(day);
            progress.advance(1, channel.folder());
        }
        flush();
        return tally.report(channel.folder(), channelId);
    }

    private void importDay(String day) throws IOException {
        List<SlackMessage> messages;
        try {
            messages = export.messages(day);
        } catch (UnreadableExport e) {
            tally.notImported(day, "UNREADABLE_DAY", String.valueOf(e.getMessage()));
            return;
        }
        for (SlackMessage message : messages) {
            mapping.map(message).ifPresent(this::add);
        }
    }

    private void add(ImportsApi.NewMessage message) {
        if (batch.size() == MAX_BATCH || batchCharacters > MAX_BATCH_CHARACTERS) {
            flush();
        }
        batch.add(message);
        batchCharacters += message.body().length();
    }

    private void flush() {
        if (!batch.isEmpty()) {
            send(List.copyOf(batch));
            batch.clear();
            batchCharacters = 0;
        }
    }

    /** A batch that is refused as a whole is halved until the messages that it is refused for stand alone. */
    private void send(List<ImportsApi.NewMessage> messages) {
        try {
            tally.answered(api.messages(channelId, messages));
        } catch (RequestRefused e) {
            if (!e.isAboutContent()) {
                throw e;
            }
            if (messages.size() == 1) {
                ImportsApi.NewMessage message = messages.getFirst();
                tally.notImported(message.clientMessageId(), e.code(), String.valueOf(e.getMessage()));
                return;
            }
            int half = messages.size() / 2;
            send(messages.subList(0, half));
            send(messages.subList(half, messages.size()));
        }
    }
}
