package tidings.gateway.presence;

import org.springframework.context.SmartLifecycle;

/** A gateway's last word on its people: after its sockets are closed, while the broker is still there. */
final class PresenceLifecycle implements SmartLifecycle {

    private final Presence presence;
    private volatile boolean running;

    PresenceLifecycle(Presence presence) {
        this.presence = presence;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        running = false;
        presence.leave(stopped);
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Between the sockets and the broker. */
    @Override
    public int getPhase() {
        return 200;
    }
}
