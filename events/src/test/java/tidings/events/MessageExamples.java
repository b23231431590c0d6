package tidings.events;

import java.time.Instant;
import java.util.List;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Forwarded;
import tidings.events.channel.Mentions;

/** One of each event about a message, as its golden file shows it. */
final class MessageExamples {

    static final List<Object> ALL = List.of(
            new ChannelEvent.MessagePosted(
                    ExampleIds.MESSAGE,
                    new ClientMessageId("c-1"),
                    "こんにちは 👋 \"@ada\"",
                    ExampleIds.EARLIER,
                    ExampleIds.EARLIER,
                    new Mentions(List.of(ExampleIds.ACCOUNT), false, true),
                    new Forwarded(ExampleIds.CHANNEL, ExampleIds.EARLIER, ExampleIds.ACCOUNT)),
            new ChannelEvent.MessageImported(
                    ExampleIds.MESSAGE,
                    new ClientMessageId("slack:1449077400.000002"),
                    Instant.parse("2015-12-02T17:30:00.002Z"),
                    null,
                    "slack",
                    "hi",
                    ExampleIds.EARLIER),
            new ChannelEvent.MessageEdited(ExampleIds.MESSAGE, "@channel", new Mentions(List.of(), true, false)),
            new ChannelEvent.MessageDeleted(ExampleIds.MESSAGE),
            new ChannelEvent.ReactionAdded(ExampleIds.MESSAGE, "👍"),
            new ChannelEvent.ReactionRemoved(ExampleIds.MESSAGE, "👍"),
            new ChannelEvent.MessagePinned(ExampleIds.MESSAGE),
            new ChannelEvent.MessageUnpinned(ExampleIds.MESSAGE));

    private MessageExamples() {}
}
