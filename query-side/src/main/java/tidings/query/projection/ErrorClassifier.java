package tidings.query.projection;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells whether an event causes an error. Only what is known to be an event's fault does: values that no column takes, and what a
 * projection cannot make sense of. Everything else, as a full disk, a full table, a read-only server or one without
 * memory, is an outage: it is waited for.
 */
final class ErrorClassifier {

    /**
     * What MySQL says of values: null, double, out of range, cut off, not a time, not a string, illegal, too long, number
     * too large, broken JSON. (Server error reference, the same in 8.0 and 8.4.)
     */
    private static final Set<Integer> VALUES = Set.of(1048, 1062, 1264, 1265, 1292, 1366, 1367, 1406, 1690, 3140);

    private static final Set<Class<? extends RuntimeException>> SENSELESS = Set.of(
            IllegalArgumentException.class,
            NullPointerException.class,
            ClassCastException.class,
            ArithmeticException.class,
            IndexOutOfBoundsException.class,
            DateTimeException.class);

    private ErrorClassifier() {}

    static boolean isCausedByEvent(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return VALUES.contains(refused.getErrorCode());
            }
        }
        boolean ofTheDatabase = e instanceof DataAccessException || e instanceof TransactionException;
        return !ofTheDatabase && SENSELESS.stream().anyMatch(kind -> kind.isInstance(e));
    }

    /** For people: what went wrong, without any value. */
    static String reason(RuntimeException e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        return "refused: " + e.getClass().getSimpleName()
                + (cause instanceof SQLException refused ? " (MySQL error " + refused.getErrorCode() + ")" : "");
    }
}
