package tidings.launcher.instance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.process.Readiness;

/** Keeps one process running: whenever it dies, it is started anew, the sooner the longer it had lived. */
final class Supervised implements ManagedProcess {
    private static final Duration SHORT_LIFE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 7;

    /** How often a start is tried before it has failed: ports and memory are sometimes free a moment later. */
    private static final int FIRST_LIVES = 3;

    private final Launchable launchable;
    private final Executor executor;
    private final Journal journal;
    private final Runnable changed;

    private @Nullable LeashedProcess process;
    private boolean wanted;
    private long startedNanos;
    private int restarts;
    private int shortLives;
    private volatile boolean awaited;
    private volatile long awaitedSince;

    Supervised(Launchable launchable, Executor executor, Journal journal, Runnable changed) {
        this.launchable = launchable;
        this.executor = executor;
        this.journal = journal;
        this.changed = changed;
    }

    @Override
    public void bringUp() {
        synchronized (this) {
            wanted = true;
            awaited = true;
            awaitedSince = System.nanoTime();
        }
        for (int life = 1; ; life++) {
            LeashedProcess running = living();
            try {
                Readiness.await(running, launchable.ready(), launchable.startStall());
                awaited = false;
                return;
            } catch (LaunchFailedException e) {
                if (running.isAlive() || life == FIRST_LIVES || !isWanted()) {
                    throw e;
                }
                pauseBefore(life + 1);
            }
        }
    }

    private synchronized LeashedProcess living() {
        LeashedProcess known = process;
        if (!wanted) {
            throw new LaunchFailedException(LaunchFailedException.Kind.FAILED, name() + " was stopped while starting");
        }
        return known != null && known.isAlive() ? known : spawn(launchable.spec());
    }

    private static void pauseBefore(int life) {
        try {
            TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE.toMillis() << life);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    /** What a person who waits for it may know; empty when nobody waits. */
    Optional<String> awaited() {
        if (!awaited) {
            return Optional.empty();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - awaitedSince).toSeconds();
        String heard = launchable.ready().heard();
        return Optional.of(name() + " (" + seconds + " s" + (heard.isEmpty() ? "" : ", " + heard) + ")");
    }

    private synchronized LeashedProcess spawn(ProcessSpec spec) {
        LeashedProcess fresh = LeashedProcess.start(spec);
        process = fresh;
        startedNanos = System.nanoTime();
        changed.run();
        fresh.exitCode().thenAcceptAsync(code -> died(fresh, code), executor);
        return fresh;
    }

    private synchronized void died(LeashedProcess dead, int code) {
        if (dead != process || !wanted) {
            return;
        }
        boolean shortLife = System.nanoTime() - startedNanos < SHORT_LIFE.toNanos();
        shortLives = shortLife ? shortLives + 1 : 0;
        restarts++;
        journal.note(name() + " ended with " + code + " and is started anew (log: "
                + launchable.spec().log() + ")");
        spawnLater();
    }

    private void spawnLater() {
        long pause = FIRST_PAUSE.toMillis() << Math.min(shortLives, MOST_DOUBLINGS);
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, executor)
                .execute(this::spawnAgain);
    }

    private synchronized void spawnAgain() {
        LeashedProcess known = process;
        if (!wanted || (known != null && known.isAlive())) {
            return;
        }
        try {
            spawn(launchable.spec());
        } catch (LaunchFailedException e) {
            shortLives++;
            journal.note(String.valueOf(e.getMessage()));
            spawnLater();
        }
    }

    @Override
    public void stop() {
        LeashedProcess running = unwant();
        if (running != null) {
            running.stop(launchable.stopGrace());
        }
    }

    @Override
    public void takeDown() {
        LeashedProcess running = unwant();
        if (running != null) {
            running.kill();
        }
    }

    private synchronized @Nullable LeashedProcess unwant() {
        wanted = false;
        return process;
    }

    @Override
    public void crash() {
        LeashedProcess running = current();
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public void suspend() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        LeashedProcess running = current();
        if (running != null) {
            running.signal(name);
        }
    }

    private synchronized @Nullable LeashedProcess current() {
        return process;
    }

    @Override
    public String name() {
        return launchable.name();
    }

    @Override
    public int port() {
        return launchable.port();
    }

    @Override
    public long pid() {
        LeashedProcess running = current();
        return running != null && running.isAlive() ? running.pid() : -1;
    }

    @Override
    public synchronized int restarts() {
        return restarts;
    }

    @Override
    public boolean isReady() {
        return pid() >= 0 && launchable.ready().answers();
    }
}
