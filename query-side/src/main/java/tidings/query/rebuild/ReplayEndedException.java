package tidings.query.rebuild;

/** The replay has to stop: it was cancelled, or another replay has taken its lease. */
final class ReplayEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReplayStatus.State state;

    ReplayEndedException(ReplayStatus.State state, String message) {
        super(message);
        this.state = state;
    }

    ReplayStatus.State state() {
        return state;
    }
}
