package tidings.launcher.instance;

/** One process of a running instance, by its name; faults are injected here. */
public interface ManagedProcess {
    String name();

    /** The port that others connect to. */
    int port();

    /** Process id of the current run; -1 when there is none. */
    long pid();

    /** How often it died and was started anew. */
    int restarts();

    /** Whether it runs and says that it is ready, asked now. */
    boolean isReady();

    /** {@code kill -9}; the supervisor starts it anew, as after any death. */
    void crash();

    /** {@code kill -9}, and it stays down until {@link #bringUp()}. */
    void takeDown();

    /** Asks it to stop, waits until it has, and it stays down until {@link #bringUp()}. */
    void stop();

    /** Starts it if it does not run, and returns when it is ready. */
    void bringUp();

    /** SIGSTOP: it stands still and keeps its sockets. */
    void suspend();

    /** SIGCONT. */
    void resume();
}
