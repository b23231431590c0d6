package tidings.tools.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tidings.tools.http.RequestRefusedException;
import tidings.tools.slack.Losses;
import tidings.tools.slack.SlackAuthor;
import tidings.tools.slack.SlackChannel;
import tidings.tools.terminal.Progress;

/** Makes the channels of an export, each with its creator as owner. */
final class SlackChannels {

    private final ImportsApi api;
    private final SlackAccounts accounts;
    private final Losses losses;
    private final Map<String, ImportsApi.KnownChannel> bySlackId = new HashMap<>();
    private final Map<String, String> refused = new TreeMap<>();

    SlackChannels(ImportsApi api, SlackAccounts accounts, Losses losses) {
        this.api = api;
        this.accounts = accounts;
        this.losses = losses;
    }

    /** The names that the channels have here, by their Slack id. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        bySlackId.forEach((slackId, channel) -> {
            if (channel.name() != null) {
                names.put(slackId, channel.name());
            }
        });
        return names;
    }

    /** Those whose topics name other channels come last, when the others have their names. */
    void importAll(List<SlackChannel> channels, UnaryOperator<String> topics, Progress progress) {
        accounts.ensure(channels.stream().flatMap(SlackChannels::people).toList());
        Map<Boolean, List<SlackChannel>> byReference = channels.stream()
                .collect(
                        Collectors.partitioningBy(channel -> (channel.topic() + channel.description()).contains("<#")));
        byReference.values().forEach(some -> importSome(some, topics, progress));
    }

    private static Stream<SlackAuthor> people(SlackChannel channel) {
        return Stream.concat(
                Stream.of(channel.creator())
                        .filter(creator -> !creator.isEmpty())
                        .map(SlackAuthor::of),
                channel.members().stream().map(SlackAuthor::of));
    }

    private void importSome(List<SlackChannel> channels, UnaryOperator<String> topics, Progress progress) {
        List<ImportsApi.NewChannel> batch = new ArrayList<>();
        for (SlackChannel channel : channels) {
            ImportsApi.NewChannel wished = newChannel(channel, topics);
            if (wished.memberIds().isEmpty()) {
                refuse(channel.id(), "NO_MEMBERS", "has no members and no creator");
            } else {
                batch.add(wished);
            }
            progress.advance(1, "channels");
            if (batch.size() == ImportsApi.MAX_CHANNELS) {
                send(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            send(List.copyOf(batch));
        }
    }

    /** The channel's id in Tidings; null when it was refused. */
    @Nullable String idOf(SlackChannel channel) {
        ImportsApi.KnownChannel known = bySlackId.get(channel.id());
        return known == null ? null : known.id();
    }

    /** Why channels were refused, by their Slack id. */
    Map<String, String> refused() {
        return refused;
    }

    /** How many channels are new; conversations that are one here count once. */
    int created() {
        return (int) bySlackId.values().stream()
                .filter(ImportsApi.KnownChannel::created)
                .map(ImportsApi.KnownChannel::id)
                .distinct()
                .count();
    }

    int known() {
        return (int) bySlackId.values().stream()
                        .map(ImportsApi.KnownChannel::id)
                        .distinct()
                        .count()
                - created();
    }

    private ImportsApi.NewChannel newChannel(SlackChannel channel, UnaryOperator<String> topics) {
        boolean direct = channel.kind() == SlackChannel.Kind.DIRECT;
        if (direct && !channel.description().isEmpty()) {
            losses.count("purpose", "NOT_SUPPORTED");
        }
        return new ImportsApi.NewChannel(
                channel.id(),
                direct ? null : Names.channelName(channel.name(), channel.id()),
                kept("topic", Names.topic(topics.apply(channel.topic()))),
                direct ? null : kept("purpose", Names.description(topics.apply(channel.description()))),
                channel.kind().name(),
                memberIds(channel),
                channel.archived());
    }

    private @Nullable String kept(String kind, Names.Wording wording) {
        if (wording.cut()) {
            losses.count(kind, "SHORTENED");
        }
        return wording.text().isEmpty() ? null : wording.text();
    }

    /** The creator first, who becomes the owner even when gone since: archived channels have no members in an export. */
    private List<String> memberIds(SlackChannel channel) {
        Set<String> ids = new LinkedHashSet<>();
        people(channel).forEach(person -> {
            String account = accounts.find(person.id());
            if (account != null) {
                ids.add(account);
            } else {
                losses.count("member", "NO_ACCOUNT");
            }
        });
        return List.copyOf(ids);
    }

    private void refuse(String slackId, String code, String reason) {
        refused.put(slackId, reason);
        losses.count("channel", code);
    }

    private void send(List<ImportsApi.NewChannel> channels) {
        try {
            api.channels(channels).forEach(known -> bySlackId.put(known.sourceId(), known));
        } catch (RequestRefusedException e) {
            if (!e.isAboutContent()) {
                throw e;
            }
            if (channels.size() == 1) {
                refuse(channels.getFirst().sourceId(), e.code(), String.valueOf(e.getMessage()));
                return;
            }
            int half = channels.size() / 2;
            send(channels.subList(0, half));
            send(channels.subList(half, channels.size()));
        }
    }
}
