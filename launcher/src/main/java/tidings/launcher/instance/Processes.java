package tidings.launcher.instance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;

/** The processes of one instance. */
final class Processes {
    /** Kinds in the order in which they stop; those of one line stop together. */
    private static final List<List<String>> STOP_ORDER = List.of(
            List.of("gateway"),
            List.of("nginx"),
            List.of("command", "query"),
            List.of("kafka", "redis"),
            List.of("mysql"));

    private static final Duration NOTE_EVERY = Duration.ofSeconds(10);

    private final Executor executor;
    private final Journal journal;
    private final Runnable changed;
    private final Map<String, Supervised> supervised = new TreeMap<>();
    private final Duration timeout;
    private final long begun = System.nanoTime();
    private boolean stopping;

    /** @param timeout how long all starts may take together, from now on */
    Processes(Executor executor, Journal journal, Runnable changed, Duration timeout) {
        this.executor = executor;
        this.timeout = timeout;
        this.journal = journal;
        this.changed = changed;
    }

    /** Prepares and starts all at once; returns when all are ready, or throws the first failure as soon as it happens. */
    void startAll(List<Supplier<Launchable>> prepared) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        for (Supplier<Launchable> each : prepared) {
            starting.add(CompletableFuture.supplyAsync(each, executor)
                    .thenAccept(launchable -> adopt(launchable).bringUp())
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            failed.completeExceptionally(failure);
                        }
                    }));
        }
        await(CompletableFuture.anyOf(failed, CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new))));
    }

    private void await(CompletableFuture<?> started) {
        while (true) {
            try {
                started.get(NOTE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                String awaited = awaited();
                if (System.nanoTime() - begun > timeout.toNanos()) {
                    throw new LaunchFailedException(
                            LaunchFailedException.Kind.FAILED,
                            "not ready after " + timeout.toSeconds() + " s, still waiting for " + awaited
                                    + "\n  try: more time with --timeout SECONDS, or ./tidings logs",
                            e);
                }
                journal.note("waiting for " + awaited);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof LaunchFailedException failed ? failed : cause(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchFailedException(LaunchFailedException.Kind.FAILED, "interrupted while starting", e);
            }
        }
    }

    private static IllegalStateException cause(ExecutionException e) {
        return new IllegalStateException(e.getCause());
    }

    private String awaited() {
        String names = all().stream()
                .map(Supervised::awaited)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "the programs to be fetched and unpacked" : names;
    }

    private synchronized Supervised adopt(Launchable launchable) {
        if (stopping) {
            throw new LaunchFailedException(LaunchFailedException.Kind.FAILED, "stopped while starting");
        }
        // told elsewhere: whoever hears it asks every process, and a process must not be held meanwhile
        Runnable tell = () -> executor.execute(changed);
        Supervised fresh = new Supervised(launchable, executor, journal, tell);
        supervised.put(launchable.name(), fresh);
        return fresh;
    }

    synchronized ManagedProcess named(String name) {
        Supervised found = supervised.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no process " + name + ", only " + supervised.keySet());
        }
        return found;
    }

    List<InstanceDescription.Entry> entries(DataFolder folder) {
        return all().stream()
                .map(process -> new InstanceDescription.Entry(
                        process.name(),
                        process.pid(),
                        process.port(),
                        process.restarts(),
                        folder.log(process.name()).toString()))
                .toList();
    }

    private synchronized List<Supervised> all() {
        return List.copyOf(supervised.values());
    }

    void stopAll() {
        synchronized (this) {
            stopping = true;
        }
        for (List<String> kinds : STOP_ORDER) {
            List<CompletableFuture<Void>> stops = all().stream()
                    .filter(process -> kinds.contains(process.name().replaceFirst("-\\d+$", "")))
                    .map(process -> CompletableFuture.runAsync(process::stop, executor))
                    .toList();
            CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new)).join();
        }
    }
}
