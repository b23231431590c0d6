package tidings.tools.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.tools.http.InternalApi;

/** The command side's import calls, each idempotent: what is there already is left as it is and counted. */
final class ImportsApi {

    static final int MAX_ACCOUNTS = 1_000;
    static final int MAX_CHANNELS = 500;
    private static final int MAX_MEMBERS = 1_000;

    private final InternalApi command;
    private final String source;

    ImportsApi(InternalApi command, String source) {
        this.command = command;
        this.source = source;
    }

    record NewAccount(String sourceId, String username, String displayName, boolean bot) {}

    record KnownAccount(String sourceId, String id, String username, boolean created) {}

    record NewChannel(
            String sourceId,
            @Nullable String name,
            @Nullable String topic,
            @Nullable String description,
            String visibility,
            List<String> memberIds,
            boolean archived) {

        private NewChannel withMembersFrom(int from) {
            int to = Math.min(from + MAX_MEMBERS, memberIds.size());
            return new NewChannel(
                    sourceId, name, topic, description, visibility, memberIds.subList(from, to), archived);
        }
    }

    record KnownChannel(
            String sourceId, String id, @Nullable String name, boolean created) {}

    record MessageRef(String authorId, String clientMessageId) {}

    record Reaction(String emoji, List<String> authorIds) {}

    record NewMessage(
            String clientMessageId,
            String authorId,
            Instant writtenAt,
            @Nullable Instant editedAt,
            String body,
            @Nullable MessageRef replyTo,
            List<Reaction> reactions) {

        NewMessage withoutReactions() {
            return new NewMessage(clientMessageId, authorId, writtenAt, editedAt, body, replyTo, List.of());
        }
    }

    record Rejection(String clientMessageId, String code, String message) {}

    record MessagesAnswer(int imported, int alreadyThere, List<Rejection> rejected) {}

    private record AccountsRequest(String source, List<NewAccount> accounts) {}

    private record AccountsAnswer(List<KnownAccount> accounts) {}

    private record ChannelsRequest(String source, List<NewChannel> channels) {}

    private record ChannelsAnswer(List<KnownChannel> channels) {}

    private record MessagesRequest(String source, String channelId, List<NewMessage> messages) {}

    /** At most {@link #MAX_ACCOUNTS}. */
    List<KnownAccount> accounts(List<NewAccount> accounts) {
        AccountsRequest request = new AccountsRequest(source, accounts);
        return command.post("/internal/imports/accounts", request, AccountsAnswer.class)
                .accounts();
    }

    /** At most {@link #MAX_CHANNELS}; members beyond what one call takes are added by further calls. */
    List<KnownChannel> channels(List<NewChannel> channels) {
        List<KnownChannel> known = post(
                channels.stream().map(channel -> channel.withMembersFrom(0)).toList());
        for (NewChannel channel : channels) {
            for (int from = MAX_MEMBERS; from < channel.memberIds().size(); from += MAX_MEMBERS) {
                post(List.of(channel.withMembersFrom(from)));
            }
        }
        return known;
    }

    private List<KnownChannel> post(List<NewChannel> channels) {
        ChannelsRequest request = new ChannelsRequest(source, channels);
        return command.post("/internal/imports/channels", request, ChannelsAnswer.class)
                .channels();
    }

    /** At most 1,000, of one channel, in the order in which they were written. */
    MessagesAnswer messages(String channelId, List<NewMessage> messages) {
        MessagesRequest request = new MessagesRequest(source, channelId, messages);
        return command.post("/internal/imports/messages", request, MessagesAnswer.class);
    }
}
