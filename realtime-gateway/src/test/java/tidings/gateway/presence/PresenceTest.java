package tidings.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.PresenceStatus;
import tidings.gateway.simulation.SimulatedClock;
import tidings.gateway.simulation.SimulatedLoop;
import tidings.gateway.simulation.SimulatedNetwork;

/** Two gateways; people on both. */
class PresenceTest {

    private static final ChannelId ROOM = new ChannelId(new UUID(0, 1));
    private static final ChannelId ELSEWHERE = new ChannelId(new UUID(0, 2));
    private static final Instant START = Instant.ofEpochMilli(1_000_000);
    private static final PresenceProperties PROPERTIES = new PresenceProperties(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10), 3, 200);

    private final SimulatedLoop loop = new SimulatedLoop();
    private final SimulatedNetwork network = new SimulatedNetwork(loop, new Random(7), 0);
    private final SimulatedLoop otherLoop = new SimulatedLoop();
    private final Presence one = new Presence(PROPERTIES, network, new SimulatedClock(loop, START), 1, loop);
    private final Presence other =
            new Presence(PROPERTIES, network, new SimulatedClock(otherLoop, START), 2, otherLoop);
    private boolean otherIsDead;

    private static final class RecordingDevice implements Device {

        final AccountId id;
        final List<String> seen = new ArrayList<>();
        boolean broken;

        RecordingDevice(long person) {
            this.id = new AccountId(new UUID(0, person));
        }

        @Override
        public AccountId accountId() {
            return id;
        }

        @Override
        public void show(List<EncodedFrame> frames) {
            if (broken) {
                throw new IllegalStateException("injected");
            }
            frames.forEach(frame -> seen.add(new String(frame.json(), StandardCharsets.UTF_8)));
        }

        /** The statuses of one person, in the order of their coming. */
        List<String> of(RecordingDevice person) {
            return seen.stream()
                    .filter(frame -> frame.contains(person.id.toString()))
                    .map(frame -> frame.replaceAll(".*\"status\":\"(\\w+)\".*", "$1"))
                    .toList();
        }
    }

    private void pass(int seconds) {
        for (int tenth = 0; tenth < seconds * 10; tenth++) {
            loop.runFor(100_000);
            if (!otherIsDead) {
                otherLoop.runFor(100_000);
            }
        }
    }

    private RecordingDevice at(Presence gateway, long person, ChannelId... channels) {
        RecordingDevice device = new RecordingDevice(person);
        gateway.arrived(device, List.of(channels));
        pass(3);
        return device;
    }

    @Test
    void aGatewayThatLeavesTakesItsPeopleAlong() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice bob = at(other, 2, ROOM);
        other.leave(() -> otherIsDead = true);
        pass(7);
        assertThat(ann.of(bob)).containsExactly("ONLINE", "OFFLINE");
    }

    @Test
    void isShownOnBothGatewaysToWhoeverSharesAChannel() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice bob = at(other, 2, ROOM);
        RecordingDevice stranger = at(other, 3, ELSEWHERE);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
        assertThat(bob.of(ann)).containsExactly("ONLINE");
        assertThat(stranger.seen).isEmpty();
        assertThat(ann.of(ann)).isEmpty();
    }

    @Test
    void showsTheOthersWhatOneDeviceCannotTake() {
        RecordingDevice broken = at(one, 1, ROOM);
        broken.broken = true;
        RecordingDevice ann = at(one, 2, ROOM);
        RecordingDevice bob = at(one, 3, ROOM);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
        one.gone(bob);
        pass(8);
        assertThat(ann.of(bob)).containsExactly("ONLINE", "OFFLINE");
    }

    @Test
    void theMostPresentDeviceCounts() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice laptop = at(one, 2, ROOM);
        RecordingDevice phone = at(other, 2, ROOM);
        one.changed(laptop, PresenceStatus.AWAY);
        pass(3);
        assertThat(ann.of(laptop)).containsExactly("ONLINE");
        other.changed(phone, PresenceStatus.AWAY);
        pass(3);
        assertThat(ann.of(laptop)).containsExactly("ONLINE", "AWAY");
        other.gone(phone);
        pass(8);
        assertThat(ann.of(laptop)).containsExactly("ONLINE", "AWAY");
        one.gone(laptop);
        pass(8);
        assertThat(ann.of(laptop)).containsExactly("ONLINE", "AWAY", "OFFLINE");
    }

    @Test
    void aQuickReconnectionIsNoNews() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice bob = at(other, 2, ROOM);
        other.gone(bob);
        pass(2);
        RecordingDevice again = at(one, 2, ROOM);
        pass(10);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
        assertThat(again.of(ann)).containsExactly("ONLINE");
    }

    @Test
    void thePeopleOfAGatewayThatDiesGoOffline() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice bob = at(other, 2, ROOM);
        otherIsDead = true;
        pass(9);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
        pass(9);
        assertThat(ann.of(bob)).containsExactly("ONLINE", "OFFLINE");
    }

    @Test
    void whatWasLostIsAskedForAgain() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice bob = new RecordingDevice(2);
        network.setSilent(true);
        other.arrived(bob, List.of(ROOM));
        pass(3);
        assertThat(ann.seen).isEmpty();
        network.setSilent(false);
        pass(8);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
    }

    @Test
    void whoJoinsSeesTheOthersAndWhoLeavesDoesNot() {
        RecordingDevice ann = at(one, 1, ROOM);
        RecordingDevice bob = at(other, 2);
        other.moved(bob.id, ROOM, true);
        pass(3);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
        assertThat(bob.of(ann)).containsExactly("ONLINE");
        other.moved(bob.id, ROOM, false);
        pass(3);
        other.changed(bob, PresenceStatus.AWAY);
        one.changed(ann, PresenceStatus.AWAY);
        pass(3);
        assertThat(ann.of(bob)).containsExactly("ONLINE");
        assertThat(bob.of(ann)).containsExactly("ONLINE");
    }

    @Test
    void aCrowdShowsNoPresence() {
        at(one, 1, ROOM);
        at(one, 2, ROOM);
        at(one, 3, ROOM);
        RecordingDevice fourth = at(one, 4, ROOM);
        assertThat(fourth.seen).isEmpty();
    }
}
