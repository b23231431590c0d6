package tidings.tools.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tidings.tools.http.RequestRefusedException;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackChannel;
import tidings.tools.slack.SlackDay;
import tidings.tools.slack.SlackExport;
import tidings.tools.slack.UnreadableExportException;
import tidings.tools.terminal.Progress;

/**
 * Imports the messages of one channel, day by day, in batches; one batch is under way at a time, which keeps the order. Two
 * conversations of the same people are one channel here, and their days are taken in one order.
 */
final class ChannelImport {

    private static final int MAX_BATCH = 500;
    private static final int MAX_BATCH_CHARACTERS = 500_000;

    private final SlackExport export;
    private final List<SlackChannel> conversations;
    private final String channelId;
    private final SlackAccounts accounts;
    private final ImportsApi api;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final MessageMapping mapping;
    private final List<ImportsApi.NewMessage> batch = new ArrayList<>();
    private int batchCharacters;

    /** @param conversations what of the export is this channel; at least one */
    ChannelImport(
            SlackExport export,
            List<SlackChannel> conversations,
            String channelId,
            SlackAccounts accounts,
            Mrkdwn mrkdwn,
            ImportsApi api,
            Progress progress) {
        this.export = export;
        this.conversations = conversations;
        this.channelId = channelId;
        this.accounts = accounts;
        this.api = api;
        this.progress = progress;
        this.mapping = new MessageMapping(accounts, new MessageBody(mrkdwn, tally), tally, conversations.size() > 1);
    }

    Tally.ChannelReport run() throws IOException {
        String name = conversations.stream().map(SlackChannel::folder).collect(Collectors.joining(", "));
        List<String> days = conversations.stream()
                .flatMap(conversation -> export.days(conversation).stream())
                .sorted(Comparator.comparing((String day) -> day.substring(day.lastIndexOf('/') + 1)))
                .toList();
        for (String day : conversations.size() == 1 ? export.days(conversations.getFirst()) : days) {
            importDay(day);
            progress.advance(1, name);
        }
        flush();
        return tally.report(name, channelId);
    }

    private void importDay(String day) throws IOException {
        try {
            SlackDay read = export.messages(day);
            tally.left(Tally.MESSAGE, "NO_OBJECT", read.strange());
            if (!read.broken().isEmpty()) {
                unreadable(day, read.broken());
            }
            accounts.ensure(read.messages().stream()
                    .flatMap(message -> MessageMapping.people(message).stream())
                    .toList());
            read.messages().forEach(message -> mapping.map(message).ifPresent(this::add));
        } catch (UnreadableExportException e) {
            unreadable(day, String.valueOf(e.getMessage()));
        }
    }

    private void unreadable(String day, String reason) {
        tally.left("day", "UNREADABLE", 1);
        tally.example(day, "UNREADABLE", reason);
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
            ImportsApi.MessagesAnswer answer = api.messages(channelId, messages);
            tally.imported(answer);
            answer.rejected().forEach(rejection -> rejected(messages, rejection));
        } catch (RequestRefusedException e) {
            if (!e.isAboutContent()) {
                throw e;
            }
            if (messages.size() == 1) {
                ImportsApi.NewMessage message = messages.getFirst();
                refused(message, e.code(), String.valueOf(e.getMessage()));
                return;
            }
            int half = messages.size() / 2;
            send(messages.subList(0, half));
            send(messages.subList(half, messages.size()));
        }
    }

    private void rejected(List<ImportsApi.NewMessage> messages, ImportsApi.Rejection rejection) {
        messages.stream()
                .filter(message -> message.clientMessageId().equals(rejection.clientMessageId()))
                .findFirst()
                .ifPresent(message -> refused(message, rejection.code(), rejection.message()));
    }

    /** What a message says counts more than its reactions: where they may be the reason, it is kept without them. */
    private void refused(ImportsApi.NewMessage message, String code, String reason) {
        if (message.reactions().isEmpty()) {
            tally.notImported(message, code, reason);
        } else {
            tally.reactionsNotImported(message, code);
            send(List.of(message.withoutReactions()));
        }
    }
}
