package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.fixture.ProgressWait;
import tidings.launcher.instance.ManagedProcess;
import tidings.system.client.Account;
import tidings.system.client.Device;
import tidings.system.client.RawSocket;
import tidings.system.stage.Stage;

/** Clients in numbers: those that never read, and those that all come back at once (I7). */
class CrowdedIT {

    /** 4409, or nothing: whoever does not read for three seconds more does not read the code either. */
    private static final List<Integer> CUT_OFF = List.of(4409, 1006);

    private static final int DEVICES_PER_PERSON = 25;
    private static final int WAVE = 100;
    private static final int SMALLEST_BUFFER = 4_096;
    /** Each of the four-byte characters that a body may have at most. */
    private static final String BIG = "🌊".repeat(3_900);

    /** 16 MB, far beyond all buffers on the way. */
    private static final int ENOUGH_SHOUTS = 1_024;

    private static final long PONG_EVERY_NANOS = 1_000_000_000L;

    private static final long MEGABYTES_OF_GROWTH = 96;

    private final Stage stage = Stage.shared();
    private final ManagedProcess gateway = stage.process("gateway-1");

    @AfterEach
    void everythingIsUpAgain() {
        stage.awaitWhole();
    }

    /** Fault 24. */
    @Test
    void clientsThatNeverReadAreClosedAndLoseNothing() {
        try (Crowd crowd = Crowd.gatheredIn(stage)) {
            Device sleepy =
                    crowd.admit(crowd.host().device("sleepy", crowd.history()).at(stage.gateway(1)));
            List<RawSocket> deaf = deafClients(crowd);
            long before = stage.residentMegabytes("gateway-1");
            sleepy.read(false);
            crowd.startShouting(BIG);
            awaitGivenUp(deaf, crowd);
            assertThat(deaf).allMatch(socket -> CUT_OFF.contains(socket.closeCode()));
            long after = stage.residentMegabytes("gateway-1");
            sleepy.read(true);
            // given up by now or not: the verdict waits until the sleeper has heard everything
            crowd.fallSilentAndCompareNotes();
            assertThat(after - before).isLessThan(MEGABYTES_OF_GROWTH);
            deaf.forEach(RawSocket::close);
            Report.of(
                    "24 clients that never read",
                    "%d clients; gateway-1 took %d MB before and %d MB after".formatted(deaf.size(), before, after));
        }
    }

    private static void awaitGivenUp(List<RawSocket> deaf, Crowd crowd) {
        AtomicLong ponged = new AtomicLong(System.nanoTime());
        BooleanSupplier givenUp = () -> {
            // they are not silent, and so nothing but their deafness ends them
            if (System.nanoTime() - ponged.get() > PONG_EVERY_NANOS) {
                ponged.set(System.nanoTime());
                deaf.forEach(RawSocket::pong);
            }
            return RawSocket.established(deaf) == 0;
        };
        crowd.await(
                "enough is shouted",
                () -> givenUp.getAsBoolean() || crowd.answers().count() >= ENOUGH_SHOUTS);
        crowd.fallSilent();
        ProgressWait.observing(() -> RawSocket.established(deaf)).until("clients that never read are closed", givenUp);
    }

    private List<RawSocket> deafClients(Crowd crowd) {
        List<Account> owners = ownersOf(Scale.deafClients(), crowd);
        List<RawSocket> deaf = new ArrayList<>();
        for (int n = 0; n < Scale.deafClients(); n++) {
            RawSocket socket = RawSocket.open(stage.gateway(1), owners.get(n % owners.size()), SMALLEST_BUFFER);
            deaf.add(socket.text("{\"type\":\"hello\"}"));
            socket.await("welcome");
        }
        return deaf;
    }

    /** So many members of all rooms that none has more devices than a user may connect. */
    private List<Account> ownersOf(int devices, Crowd crowd) {
        List<Account> owners = new ArrayList<>(crowd.members());
        while (owners.size() * DEVICES_PER_PERSON < devices) {
            Account newcomer = stage.newcomer("mass");
            crowd.join(newcomer);
            owners.add(newcomer);
        }
        return owners;
    }

    /** Fault 25. */
    @Test
    void everybodyComesBackAtOnce() {
        List<Device> all = new ArrayList<>();
        try (Crowd crowd = Crowd.gatheredIn(stage)) {
            List<Account> members = ownersOf(Scale.reconnectingClients(), crowd);
            Stall.Span calibration = Stall.Span.begin();
            while (all.size() < Scale.reconnectingClients()
                    && (all.size() < WAVE || calibration.seconds() < Scale.secondsToConnect())) {
                List<Device> wave = wave(all.size(), members, crowd);
                all.addAll(wave);
                crowd.await("a wave of clients is welcome", () -> wave.stream().allMatch(Device::isReady));
            }
            all.forEach(device -> device.at(stage.site()));
            crowd.startTalking();
            Stall.Span span = Stall.Span.begin();
            gateway.takeDown();
            crowd.awaitMoreAnswers(5);
            crowd.await(
                    "everybody is back",
                    () -> all.stream().allMatch(device -> device.connections() > 1 && device.isReady()));
            double seconds = span.seconds();
            gateway.bringUp();
            crowd.fallSilentAndCompareNotes();
            Report.of(
                    "25 reconnect of %d clients at once".formatted(all.size()),
                    "all resumed after %.1f s; for the others sends failed for %.1f s"
                            .formatted(seconds, crowd.answers().secondsInWhichSendsFailed()));
        } finally {
            all.forEach(Device::close);
        }
    }

    /** The next devices of the members; a crowd grows by waves for as long as this machine is quick to welcome them. */
    private List<Device> wave(int first, List<Account> members, Crowd crowd) {
        List<Device> wave = new ArrayList<>();
        for (int n = first; n < Math.min(first + WAVE, Scale.reconnectingClients()); n++) {
            Account owner = members.get(n % members.size());
            Device device = owner.device("d" + n, crowd.history()).follow(crowd.room(), -1);
            wave.add(device.at(stage.gateway(1)).connect());
        }
        return wave;
    }
}
