package tidings.command.readmarker;

import java.util.Collection;

/** Tells the other services of markers. */
public interface ReadMarkerPublisher {

    /**
     * Publishes all of them, at least once; returns when they are safe.
     *
     * @throws RuntimeException when some may not have been
     */
    void publish(Collection<ReadMarker> markers);
}
