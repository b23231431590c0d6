package tidings.tools.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import tidings.tools.http.InternalApi;
import tidings.tools.http.Unavailable;
import tidings.tools.imports.Tally.ChannelReport;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackChannel;
import tidings.tools.slack.SlackExport;
import tidings.tools.terminal.Progress;

/**
 * Imports a whole export: people, then channels, then the messages of several channels at a time. It keeps no state of
 * its own: the command side knows what it has, so the same run again completes one that was cut off (ADR 0070).
 */
final class SlackImport {

    private final SlackExport export;
    private final ImportsApi api;
    private final String source;
    private final int parallelChannels;

    SlackImport(SlackExport export, InternalApi command, String source, int parallelChannels) {
        this.export = export;
        this.api = new ImportsApi(command, source);
        this.source = source;
        this.parallelChannels = parallelChannels;
    }

    /** Runs until all is imported; the progress is made for a number of day files. */
    ImportReport run(LongFunction<Progress> progressOf) {
        long start = System.nanoTime();
        SlackAccounts accounts = new SlackAccounts(api);
        accounts.importAll(export.users());
        Mrkdwn mrkdwn = new Mrkdwn(accounts.usernames(), channelNames());
        SlackChannels channels = new SlackChannels(api, accounts);
        channels.importAll(export.channels(), mrkdwn);
        List<ChannelReport> reports = importMessages(channels, accounts, mrkdwn, progressOf);
        return new ImportReport(
                source,
                new ImportReport.Counts(accounts.created(), accounts.known()),
                new ImportReport.Counts(channels.created(), channels.known()),
                new ImportReport.Counts(
                        ChannelReport.total(reports, ChannelReport::imported),
                        ChannelReport.total(reports, ChannelReport::alreadyThere)),
                ChannelReport.sum(reports, ChannelReport::leftOut),
                ChannelReport.sum(reports, ChannelReport::notImported),
                ChannelReport.sum(reports, ChannelReport::notes),
                channels.refused(),
                new TreeSet<>(export.strayFolders()),
                (System.nanoTime() - start) / 1e9,
                reports);
    }

    private Map<String, String> channelNames() {
        Map<String, String> names = new HashMap<>();
        export.channels().stream()
                .filter(channel -> !channel.name().isEmpty())
                .forEach(channel -> names.put(channel.id(), Names.channelName(channel.name(), channel.id())));
        return names;
    }

    /** The heaviest channels first, so that none of them is left to the end alone. */
    private List<ChannelReport> importMessages(
            SlackChannels channels, SlackAccounts accounts, Mrkdwn mrkdwn, LongFunction<Progress> progressOf) {
        List<SlackChannel> heaviestFirst = new ArrayList<>(export.channels());
        heaviestFirst.sort(Comparator.comparingLong(export::weight).reversed());
        long days = heaviestFirst.stream()
                .mapToLong(channel -> export.days(channel).size())
                .sum();
        ExecutorService workers = Executors.newFixedThreadPool(parallelChannels);
        try (Progress progress = progressOf.apply(days)) {
            List<Future<ChannelReport>> running = new ArrayList<>();
            for (SlackChannel channel : heaviestFirst) {
                String id = channels.idOf(channel);
                if (id != null) {
                    ChannelImport one = new ChannelImport(export, channel, id, accounts, mrkdwn, api, progress);
                    running.add(workers.submit(one::run));
                }
            }
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
            throw new Unavailable("interrupted", e);
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
