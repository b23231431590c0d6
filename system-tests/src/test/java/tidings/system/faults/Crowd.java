package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tidings.system.client.Account;
import tidings.system.client.Chatter;
import tidings.system.client.Device;
import tidings.system.history.History;
import tidings.system.stage.Stage;
import tidings.system.stage.Verdict;

/** People who keep talking in one room, some on each gateway, while something goes wrong. */
final class Crowd implements AutoCloseable {

    private static final int PEOPLE = 4;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Stage stage;
    private final History history = new History();
    private final List<Device> devices = new ArrayList<>();
    private final List<Chatter> chatters = new ArrayList<>();
    private final Account host;
    private final String room;

    private Crowd(Stage stage) {
        this.stage = stage;
        List<Account> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(stage.newcomer("guest"));
        }
        host = people.getFirst();
        room = host.openChannel(
                host.username() + "-room", "PUBLIC", people.subList(1, PEOPLE).toArray(Account[]::new));
        people.forEach(person -> devices.add(person.device("phone", history)));
    }

    /** A crowd that is already talking, over nginx. */
    static Crowd talkingIn(Stage stage) {
        Crowd crowd = new Crowd(stage);
        crowd.devices.forEach(device -> device.follow(crowd.room, -1).connect());
        await().atMost(RECOVERY).until(() -> crowd.devices.stream().allMatch(Device::isWelcome));
        crowd.devices.forEach(device -> crowd.chatters.add(Chatter.start(device, crowd.room)));
        crowd.awaitMoreAnswers(5);
        return crowd;
    }

    /** Waits until each of them was answered so many times more. */
    void awaitMoreAnswers(int more) {
        List<Integer> before = chatters.stream().map(Chatter::answered).toList();
        await().atMost(RECOVERY).until(() -> {
            for (int n = 0; n < chatters.size(); n++) {
                if (chatters.get(n).answered() < before.get(n) + more) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Lets everybody finish their sentence, and has the checker look at what they saw. */
    void fallSilentAndCompareNotes() {
        int answered = 0;
        for (Chatter chatter : chatters) {
            answered += chatter.stop()
                    .orTimeout(RECOVERY.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        assertThat(answered).isPositive();
        Verdict.of(history, stage);
    }

    long longestWaitForAnAnswerMs() {
        return chatters.stream().mapToLong(Chatter::longestWaitMs).max().orElse(0);
    }

    Account host() {
        return host;
    }

    String room() {
        return room;
    }

    /** How many of them had to connect again. */
    long reconnected() {
        return devices.stream().filter(device -> device.connections() > 1).count();
    }

    int size() {
        return devices.size();
    }

    @Override
    public void close() {
        devices.forEach(Device::close);
    }
}
