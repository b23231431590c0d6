package tidings.query.projection;

import tidings.events.log.LogEvent;

/** An event came before its predecessor: applying it would skip a fact, so its partition has to stop. */
public final class SeqGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int partition;

    SeqGapException(LogEvent event, long last) {
        super("stream " + event.recorded().streamId() + " stands at seq " + last + " and seq "
                + event.recorded().seq() + " came, from " + event.origin());
        this.partition = event.origin().partition();
    }

    public int partition() {
        return partition;
    }
}
