package tidings.query.projection;

/** The position has moved meanwhile: another node owns the partition now, or the views were rebuilt. */
public final class PositionMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PositionMovedException(String message) {
        super(message);
    }
}
