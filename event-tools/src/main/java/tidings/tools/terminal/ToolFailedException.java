package tidings.tools.terminal;

/** The command could not do its work, for a reason that is told to the person and is no bug. */
public final class ToolFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ToolFailedException(String message) {
        super(message);
    }
}
