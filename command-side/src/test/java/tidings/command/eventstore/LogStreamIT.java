package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class LogStreamIT {

    private final Database database = SharedServers.get().freshDatabase("log_stream");
    private int number;

    @AfterEach
    void setClockRight() {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    @Test
    void givesOutWhatThisNodeCommitsWithoutReadingItBack() throws Exception {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            LogStream stream = (LogStream) node.store.openStream(null);
            take(stream, 2);
            long looks = stream.looks();

            post(node, author, channel, 300);
            List<TrackedEventMessage<?>> events = take(stream, 300);

            assertThat(stream.looks() - looks).isLessThan(300);
            assertThat(events.stream().map(LogStreamIT::placeOf).toList())
                    .containsExactlyElementsOf(placesInTheLog(node).subList(2, 302));
        }
    }

    @Test
    void givesOutEverythingOnceWhenAnotherNodeAppendsToo() throws Exception {
        try (EngineNode node = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId ours = node.open(author, "ours");
            ChannelId theirs = node.open(author, "theirs");
            LogStream stream = (LogStream) node.store.openStream(null);
            for (int i = 0; i < 50; i++) {
                post(node, author, ours, 2);
                post(other, author, theirs, 1);
            }
            assertThat(new HashSet<>(
                            take(stream, 154).stream().map(LogStreamIT::placeOf).toList()))
                    .isEqualTo(new HashSet<>(placesInTheLog(node)));
        }
    }

    @Test
    void skipsNoAppendThatStallsForLongWhileOthersPassItNorWhenItsClockIsOff() throws Exception {
        Stall stall = new Stall();
        try (EngineNode node = EngineNode.on(database);
                EngineNode stalling = EngineNode.on(database, stall::of)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId ours = node.open(author, "ours");
            ChannelId theirs = node.open(author, "theirs");
            LogStream stream = (LogStream) node.store.openStream(null);
            take(stream, 4);

            stall.begin();
            var stalled = stalling.dispatch(author, message(stalling, theirs));
            stall.awaitInserted();
            post(node, author, ours, 1);
            GapAwareTrackingToken passed =
                    (GapAwareTrackingToken) take(stream, 1).getFirst().trackingToken();
            assertThat(passed.getGaps()).hasSize(1);
            // the reader believes that 70 s have passed, and its clock is 90 s ahead
            GenericEventMessage.clock = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofSeconds(70 + 90));
            post(node, author, ours, 10);
            take(stream, 10);
            stall.end();

            assertThat(stalled.join()).isInstanceOf(Accepted.class);
            DomainEventMessage<?> late = (DomainEventMessage<?>) take(stream, 1).getFirst();
            assertThat(late.getAggregateIdentifier()).isEqualTo(theirs.toString());
            assertThat(late.getSequenceNumber()).isEqualTo(2);
        }
    }

    @Test
    void startsAgainFromAnyPosition() throws Exception {
        try (EngineNode node = EngineNode.on(database)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            post(node, author, channel, 20);
            TrackingToken middle;
            try (LogStream first = (LogStream) node.store.openStream(null)) {
                middle = take(first, 10).getLast().trackingToken();
            }
            assertThat(take((LogStream) node.store.openStream(middle), 12).stream()
                            .map(LogStreamIT::placeOf)
                            .toList())
                    .containsExactlyElementsOf(placesInTheLog(node).subList(10, 22));
        }
    }

    private void post(EngineNode node, AccountId author, ChannelId channel, int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(node.decide(author, message(node, channel))).isInstanceOf(Accepted.class);
        }
    }

    private PostMessage message(EngineNode node, ChannelId channel) {
        number++;
        return new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId("m" + number), "hello", null);
    }

    private static List<TrackedEventMessage<?>> take(LogStream stream, int events) throws InterruptedException {
        List<TrackedEventMessage<?>> taken = new ArrayList<>();
        while (taken.size() < events) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            taken.add(stream.nextAvailable());
        }
        return taken;
    }

    private static String placeOf(TrackedEventMessage<?> event) {
        long index = ((GapAwareTrackingToken) event.trackingToken()).getIndex();
        return index + " " + event.getIdentifier();
    }

    private static List<String> placesInTheLog(EngineNode node) {
        return node.jdbc.query(
                "SELECT global_index, event_identifier FROM domain_event_entry ORDER BY global_index",
                (row, n) -> row.getLong(1) + " " + row.getString(2));
    }
}
