package tidings.tools.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tidings.tools.http.RequestRefused;
import tidings.tools.slack.Mrkdwn;
import tidings.tools.slack.SlackAuthor;
import tidings.tools.slack.SlackChannel;

/** Makes the channels of an export, each with its creator as owner. */
final class SlackChannels {

    private final ImportsApi api;
    private final SlackAccounts accounts;
    private final Map<String, ImportsApi.KnownChannel> bySlackId = new HashMap<>();
    private final Map<String, String> refused = new TreeMap<>();

    SlackChannels(ImportsApi api, SlackAccounts accounts) {
        this.api = api;
        this.accounts = accounts;
    }

    void importAll(List<SlackChannel> channels, Mrkdwn mrkdwn) {
        List<ImportsApi.NewChannel> batch = new ArrayList<>();
        for (SlackChannel channel : channels) {
            batch.add(newChannel(channel, mrkdwn));
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

    int created() {
        return (int) bySlackId.values().stream()
                .filter(ImportsApi.KnownChannel::created)
                .count();
    }

    int known() {
        return bySlackId.size() - created();
    }

    private ImportsApi.NewChannel newChannel(SlackChannel channel, Mrkdwn mrkdwn) {
        boolean direct = channel.kind() == SlackChannel.Kind.DIRECT;
        String topic = Names.topic(mrkdwn.render(channel.topic()));
        return new ImportsApi.NewChannel(
                channel.id(),
                direct ? null : Names.channelName(channel.name(), channel.id()),
                topic.isEmpty() ? null : topic,
                channel.kind().name(),
                memberIds(channel));
    }

    /** The creator first, who becomes the owner even when gone since: archived channels have no members in an export. */
    private List<String> memberIds(SlackChannel channel) {
        Set<String> ids = new LinkedHashSet<>();
        if (!channel.creator().isEmpty()) {
            ids.add(accounts.idOf(new SlackAuthor(channel.creator(), "", false)));
        }
        channel.members().forEach(member -> ids.add(accounts.idOf(new SlackAuthor(member, "", false))));
        return List.copyOf(ids);
    }

    private void send(List<ImportsApi.NewChannel> channels) {
        try {
            api.channels(channels).forEach(known -> bySlackId.put(known.sourceId(), known));
        } catch (RequestRefused e) {
            if (!e.isAboutContent()) {
                throw e;
            }
            if (channels.size() == 1) {
                refused.put(channels.getFirst().sourceId(), String.valueOf(e.getMessage()));
                return;
            }
            int half = channels.size() / 2;
            send(channels.subList(0, half));
            send(channels.subList(half, channels.size()));
        }
    }
}
