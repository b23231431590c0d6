package tidings.command.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tidings.command.channel.ChannelCommand.ImportMembers;
import tidings.command.channel.ChannelCommand.ImportMessages;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ImportedMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Visibility;

/** A channel with a long past or with many members. */
public record LongChannel(EngineNode node, ChannelId id, AccountId owner) {

    private static final int AT_ONCE = 1_000;

    public static LongChannel open(EngineNode node) {
        LongChannel channel = new LongChannel(node, node.ids.nextChannelId(), node.ids.nextAccountId());
        accepted(node.decide(
                channel.owner, new OpenChannel(channel.id, "long-" + channel.id, null, Visibility.PUBLIC, List.of())));
        return channel;
    }

    /** The same channel, seen by another node. */
    public LongChannel at(EngineNode other) {
        return new LongChannel(other, id, owner);
    }

    public LongChannel withMessages(int messages) {
        return withMessages(0, messages);
    }

    /** The messages of these numbers. */
    public LongChannel withMessages(int first, int messages) {
        for (int done = first; done < messages; done += AT_ONCE) {
            int from = done;
            accepted(node.decide(
                    owner,
                    new ImportMessages(
                            id,
                            "past",
                            IntStream.range(from, Math.min(messages, from + AT_ONCE))
                                    .mapToObj(this::message)
                                    .toList())));
        }
        return this;
    }

    public LongChannel withMembers(int members) {
        for (int done = 0; done < members; done += AT_ONCE) {
            accepted(node.decide(
                    owner,
                    new ImportMembers(
                            id,
                            IntStream.range(0, Math.min(AT_ONCE, members - done))
                                    .mapToObj(i -> node.ids.nextAccountId())
                                    .toList())));
        }
        return this;
    }

    public Accepted post(String key) {
        return accepted(node.decide(
                owner, new PostMessage(id, node.ids.nextMessageId(), new ClientMessageId(key), "hello", null)));
    }

    /** How many rows of the log and of its snapshots it takes to load it. */
    public long rowsToLoad() {
        return node.store.readEvents(id.toString()).asStream().count();
    }

    private ImportedMessage message(int n) {
        return new ImportedMessage(
                node.ids.nextMessageId(),
                new ClientMessageId("past-" + n),
                owner,
                Instant.EPOCH.plusSeconds(n),
                null,
                "hello " + n,
                null,
                List.of());
    }

    private static Accepted accepted(Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError(outcome.toString());
    }
}
