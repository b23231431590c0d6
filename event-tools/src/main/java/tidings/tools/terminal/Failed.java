package tidings.tools.terminal;

/** The command could not do its work, for a reason that is told to the person and is no bug. */
public final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failed(String message) {
        super(message);
    }
}
