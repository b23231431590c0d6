package tidings.launcher.process;

import org.jspecify.annotations.Nullable;

/** Something could not be started or found; the message is one line, for a person. */
public final class LaunchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as far as a caller may care: its number is the program's exit code. */
    public enum Kind {
        FAILED(1),
        BAD_USAGE(2),
        UNAVAILABLE(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    public LaunchFailedException(Kind kind, String message) {
        this(kind, message, null);
    }

    public LaunchFailedException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
