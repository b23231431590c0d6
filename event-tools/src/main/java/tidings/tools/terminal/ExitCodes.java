package tidings.tools.terminal;

/** The exit codes of every Tidings command. */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int BAD_USAGE = 2;
    public static final int UNAVAILABLE = 3;

    /** All that could be done was done; something could not be kept, and the output says what. */
    public static final int INCOMPLETE = 4;

    private ExitCodes() {}
}
