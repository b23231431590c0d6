package tidings.tools.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tidings.tools.http.InternalApi;
import tidings.tools.http.UnavailableException;
import tidings.tools.imports.Tally.ChannelReport;
import tidings.tools.slack.Losses;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackChannel;
import tidings.tools.slack.SlackExport;
import tidings.tools.terminal.Progress;

/**
 * Imports a whole export: people, then channels, then the messages of several channels at a time. It keeps no state of
 * its own: the command side knows what it has, so the same run again completes one that was cut off (ADR-0015).
 */
final class SlackImport {

    private final SlackExport export;
    private final ImportsApi api;
    private final String source;
    private final int parallelChannels;
    private final Losses losses = new Losses();

    SlackImport(SlackExport export, InternalApi command, String source, int parallelChannels) {
        this.export = export;
        this.api = new ImportsApi(command, source);
        this.source = source;
        this.parallelChannels = parallelChannels;
    }

    /** Runs until all is imported; a progress is made for each phase, by its name and number of steps. */
    ImportReport run(ProgressOf progressOf) {
        long start = System.nanoTime();
        SlackAccounts accounts = new SlackAccounts(api, losses);
        try (Progress progress = progressOf.of("accounts", export.users().size())) {
            accounts.importAll(export.users(), progress);
        }
        SlackChannels channels = new SlackChannels(api, accounts, losses);
        try (Progress progress = progressOf.of("channels", export.channels().size())) {
            channels.importAll(
                    export.channels(), topic -> mrkdwn(accounts, channels).render(topic), progress);
        }
        List<ChannelReport> reports = importMessages(channels, accounts, progressOf);
        losses.add(export.left());
        reports.forEach(report -> losses.add(report.left()));
        return report(accounts, channels, reports, start);
    }

    /** Makes the progress of a phase. */
    interface ProgressOf {
        Progress of(String phase, long steps);
    }

    private ImportReport report(
            SlackAccounts accounts, SlackChannels channels, List<ChannelReport> reports, long start) {
        ImportReport.Counts people = new ImportReport.Counts(accounts.created(), accounts.known());
        ImportReport.Counts places = new ImportReport.Counts(channels.created(), channels.known());
        ImportReport.Counts messages = new ImportReport.Counts(
                ChannelReport.total(reports, ChannelReport::imported),
                ChannelReport.total(reports, ChannelReport::alreadyThere));
        int reactions = ChannelReport.total(reports, ChannelReport::reactions);
        int kept = people.all() + places.all() + messages.all() + reactions;
        List<Losses.Left> left = losses.all();
        return new ImportReport(
                source,
                kept,
                left,
                kept + ImportReport.sum(left),
                people,
                places,
                messages,
                reactions,
                ChannelReport.notes(reports),
                channels.refused(),
                (System.nanoTime() - start) / 1e9,
                reports);
    }

    /** Names are those that the channels have here; before they are known, those that they have there. */
    private Mrkdwn mrkdwn(SlackAccounts accounts, SlackChannels channels) {
        Map<String, String> names = new HashMap<>();
        export.channels().stream()
                .filter(channel -> !channel.name().isEmpty())
                .forEach(channel -> names.put(channel.id(), Names.channelName(channel.name(), channel.id())));
        names.putAll(channels.names());
        return new Mrkdwn(accounts.usernames(), names, export.userGroups());
    }

    /** The heaviest channels first, so that none of them is left to the end alone. */
    private List<ChannelReport> importMessages(SlackChannels channels, SlackAccounts accounts, ProgressOf progressOf) {
        Mrkdwn mrkdwn = mrkdwn(accounts, channels);
        List<SlackChannel> heaviestFirst = new ArrayList<>(export.channels());
        heaviestFirst.sort(Comparator.comparingLong(export::weight).reversed());
        Map<String, List<SlackChannel>> byId = new LinkedHashMap<>();
        for (SlackChannel channel : heaviestFirst) {
            String id = channels.idOf(channel);
            if (id == null) {
                losses.count("day", "NO_CHANNEL", export.days(channel).size());
            } else {
                byId.computeIfAbsent(id, same -> new ArrayList<>()).add(channel);
            }
        }
        long days = byId.values().stream()
                .flatMap(List::stream)
                .mapToLong(channel -> export.days(channel).size())
                .sum();
        ExecutorService workers = Executors.newFixedThreadPool(parallelChannels);
        try (Progress progress = progressOf.of("messages", days)) {
            List<Future<ChannelReport>> running = new ArrayList<>();
            byId.forEach((id, conversations) -> {
                ChannelImport one = new ChannelImport(export, conversations, id, accounts, mrkdwn, api, progress);
                running.add(workers.submit(one::run));
            });
            return collected(running);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<ChannelReport> collected(List<Future<ChannelReport>> running) {
        List<ChannelReport> reports = new ArrayList<>();
        try {
            for (Future<ChannelReport> one : running) {
                reports.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
        reports.sort(Comparator.comparing(ChannelReport::channel));
        return reports;
    }
}
