package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.launcher.fixture.ProgressWait;
import tidings.system.client.Account;
import tidings.system.client.Answer;
import tidings.system.client.Answers;
import tidings.system.client.Chatter;
import tidings.system.client.Device;
import tidings.system.client.Poster;
import tidings.system.history.History;
import tidings.system.history.LoggedEvent;
import tidings.system.history.TimelineFold;
import tidings.system.history.TimelineFold.Remembered;
import tidings.system.stage.Stage;
import tidings.system.stage.Timeline;
import tidings.system.stage.Verdict;

/** People who follow the same rooms and keep talking in them, some on each gateway, while something goes wrong. */
final class Crowd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);
    private static final int PEOPLE = 4;
    private static final int ROOMS = 4;

    private final Stage stage;
    private final History history = new History();
    private final Answers answers = new Answers();
    private final List<Device> devices = new ArrayList<>();
    private final Talkers talkers = new Talkers();
    private final List<String> rooms = new ArrayList<>();
    private final List<Account> members;
    private final Account host;

    private Crowd(Stage stage) {
        this.stage = stage;
        List<Account> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(stage.newcomer("guest"));
        }
        members = List.copyOf(people);
        host = people.getFirst();
        for (int n = 0; n < ROOMS; n++) {
            rooms.add(host.openChannel(
                    host.username() + "-room-" + n,
                    "PUBLIC",
                    people.subList(1, PEOPLE).toArray(Account[]::new)));
        }
        people.forEach(person -> devices.add(person.device("phone", history)));
    }

    /** A crowd that is already talking, over nginx: each in a room of their own, and all of them in all of these. */
    static Crowd talkingIn(Stage stage) {
        return gatheredIn(stage).startTalking();
    }

    /** A crowd that is there and has not begun to talk. */
    static Crowd gatheredIn(Stage stage) {
        Crowd crowd = new Crowd(stage);
        crowd.devices.forEach(crowd::admit);
        return crowd;
    }

    /** Connects a device that follows all the rooms from their beginning. */
    Device admit(Device device) {
        rooms.forEach(room -> device.follow(room, -1));
        device.connect();
        await("a device is welcome", device::isReady);
        return device;
    }

    Crowd startTalking() {
        for (int n = 0; n < devices.size(); n++) {
            talkers.add(Chatter.start(devices.get(n), rooms.get(n % ROOMS), answers));
        }
        awaitMoreAnswers(5);
        return this;
    }

    /** Everybody says nothing but this, over REST and so without a limit to their rate. */
    Crowd startShouting(String words) {
        for (Account member : members) {
            talkers.add(Poster.start(member, room(), List.of(stage.site()), words, history, answers));
        }
        return this;
    }

    /** One more, who posts over REST in the first room, at the first of these doors that works. */
    Poster post(URI... doors) {
        Poster poster = Poster.start(host, room(), List.of(doors), "post", history, answers);
        talkers.add(poster);
        return poster;
    }

    /** As {@link #post}, with a token that is good also for a node whose clock is minutes off. */
    Poster postAsOfLongAgo(URI door) {
        Poster poster = Poster.start(hostSinceLongAgo(), room(), List.of(door), "post", history, answers);
        talkers.add(poster);
        return poster;
    }

    /** A single message like that. */
    Answer postOnceAsOfLongAgo(URI door) {
        Answer answer =
                hostSinceLongAgo().at(door).post(room(), UUID.randomUUID().toString(), "what time is it?");
        answer.expect(201);
        return answer;
    }

    private Account hostSinceLongAgo() {
        Instant now = Instant.now();
        return stage.withTokenFor(host, now.minusSeconds(300), now.plusSeconds(300));
    }

    /** Waits until each of them was answered so many times more. */
    void awaitMoreAnswers(int more) {
        List<Integer> before = talkers.answered();
        await("everybody was answered " + more + " times more", () -> {
            List<Integer> now = talkers.answered();
            for (int n = 0; n < before.size(); n++) {
                if (now.get(n) < before.get(n) + more) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Waits for as long as anybody's device hears or is answered anything, and all who talk go on. */
    void await(String what, BooleanSupplier condition) {
        ProgressWait.observing(history::size).until(what, () -> {
            talkers.requireNobodyDied();
            return condition.getAsBoolean();
        });
    }

    /** Lets everybody finish their sentence, and has the checker look at what they saw, and at what is remembered. */
    void fallSilentAndCompareNotes() {
        assertThat(fallSilent()).isPositive();
        stage.awaitWhole();
        Verdict.of(history, stage);
        compareMemories();
    }

    /** Lets everybody finish their sentence; how many messages were answered in all. */
    int fallSilent() {
        List<CompletableFuture<Integer>> last = talkers.stop();
        await("the last messages are answered", () -> last.stream().allMatch(CompletableFuture::isDone));
        return last.stream().mapToInt(CompletableFuture::join).sum();
    }

    /** I5: the projection is a fold over the log. */
    private void compareMemories() {
        List<LoggedEvent> log = stage.log().of(rooms);
        for (String room : rooms) {
            long head = Timeline.head(log, room);
            List<Remembered> expected = TimelineFold.of(room, log);
            AtomicReference<List<Remembered>> remembered = new AtomicReference<>(List.of());
            try {
                ProgressWait.observing(remembered::get)
                        .until(
                                "the views remember " + room,
                                () -> remembers(room, head, remembered).equals(expected));
            } catch (AssertionError standstill) {
                assertThat(remembered.get()).isEqualTo(expected);
                throw standstill;
            }
        }
    }

    /** What the views tell now; what they told last where they cannot be asked. */
    private List<Remembered> remembers(String room, long head, AtomicReference<List<Remembered>> last) {
        try {
            last.set(Timeline.read(host, room, head));
        } catch (UncheckedIOException | IllegalStateException | AssertionError notNow) {
            LOG.debug("the views of {} cannot be read yet", room, notNow);
        }
        return last.get();
    }

    Answers answers() {
        return answers;
    }

    History history() {
        return history;
    }

    /** Brings somebody into all the rooms. */
    void join(Account newcomer) {
        rooms.forEach(room -> newcomer.http()
                .call("PUT", "/api/channels/" + room + "/members/me", null)
                .expect(204));
    }

    List<Account> members() {
        return members;
    }

    Account host() {
        return host;
    }

    /** The first room. */
    String room() {
        return rooms.getFirst();
    }

    List<String> rooms() {
        return rooms;
    }

    List<Device> devices() {
        return devices;
    }

    /** How many of them had to connect again. */
    long reconnected() {
        return devices.stream().filter(device -> device.connections() > 1).count();
    }

    /** How many attempts got no answer at all, neither yes nor no, although their connection stood. */
    int hangs() {
        return devices.stream().mapToInt(Device::answerTimeouts).sum()
                + talkers.stream()
                        .filter(Poster.class::isInstance)
                        .mapToInt(poster -> ((Poster) poster).hangs())
                        .sum();
    }

    /** How often each refusal was heard, and how each socket ended: for whoever reads a failure. */
    String complaints() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Device device : devices) {
            device.frames().stream()
                    .filter(frame -> frame.path("type").asString("").equals("error"))
                    .forEach(frame -> counts.merge(
                            frame.path("code").asString() + " "
                                    + frame.path("message").asString(),
                            1,
                            Integer::sum));
            device.closeCodes().forEach(code -> counts.merge("closed " + code, 1, Integer::sum));
        }
        return counts.toString();
    }

    /** Whoever died since the last wait fails the test too. */
    @Override
    public void close() {
        try {
            talkers.requireNobodyDied();
        } finally {
            talkers.stop();
            devices.forEach(Device::close);
        }
    }
}
