package tidings.query.projection;

/** Somebody else has moved the position meanwhile: another node owns the partition now, or the views were rebuilt. */
public final class PositionMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PositionMovedException(String message) {
        super(message);
    }
}
