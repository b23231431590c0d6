package tidings.system.client;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tidings.system.history.History;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;

/**
 * Somebody who keeps posting over REST, at one of several doors until that fails, then at the next; each message under
 * the same key until there is an answer.
 */
public final class Poster implements Talker {

    private static final long PACE_NANOS = 40_000_000L;
    private static final List<Integer> TRY_AGAIN = List.of(429, 502, 503, 504);

    private final List<Account> doors;
    private final String channelId;
    private final String words;
    private final History history;
    private final Answers answers;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger hangs = new AtomicInteger();
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private int door;
    private volatile boolean stopping;

    private Poster(List<Account> doors, String channelId, String words, History history, Answers answers) {
        this.doors = doors;
        this.channelId = channelId;
        this.words = words;
        this.history = history;
        this.answers = answers;
    }

    public static Poster start(
            Account account, String channelId, List<URI> doors, String words, History history, Answers answers) {
        Poster poster = new Poster(doors.stream().map(account::at).toList(), channelId, words, history, answers);
        Thread.ofVirtual().start(poster::run);
        return poster;
    }

    private void run() {
        try {
            while (!stopping) {
                postOne();
                LockSupport.parkNanos(PACE_NANOS);
            }
            done.complete(answered.get());
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    private void postOne() {
        Account account = doors.getFirst();
        String key = UUID.randomUUID().toString();
        String body = words + " " + answered.get() + " of " + account.username();
        history.add(new Sent(client(), channelId, account.id(), key, body));
        long made = System.nanoTime();
        while (!attempt(doors.get(door), key, body)) {
            door = (door + 1) % doors.size();
            LockSupport.parkNanos(PACE_NANOS);
        }
        answers.answered(made, System.nanoTime());
        answered.incrementAndGet();
    }

    private boolean attempt(Account door, String key, String body) {
        Answer answer;
        try {
            answer = door.post(channelId, key, body);
        } catch (UncheckedIOException unknownOutcome) {
            if (unknownOutcome.getCause() instanceof HttpTimeoutException) {
                hangs.incrementAndGet();
            }
            return false;
        }
        if (TRY_AGAIN.contains(answer.status())) {
            return false;
        }
        if (answer.status() == 201) {
            history.add(new Acknowledged(
                    client(),
                    channelId,
                    door.id(),
                    key,
                    answer.text("id"),
                    answer.body().path("seq").asLong()));
            return true;
        }
        history.add(new Refused(client(), channelId, door.id(), key, answer.text("code")));
        throw new IllegalStateException("refused: " + answer);
    }

    /** How often there was no answer in time, neither yes nor no. */
    public int hangs() {
        return hangs.get();
    }

    private String client() {
        return doors.getFirst().username() + "/rest";
    }

    @Override
    public int answered() {
        return answered.get();
    }

    @Override
    public CompletableFuture<Integer> end() {
        return done;
    }

    @Override
    public CompletableFuture<Integer> stop() {
        stopping = true;
        return done;
    }
}
