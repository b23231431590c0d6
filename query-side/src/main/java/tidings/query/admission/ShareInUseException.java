package tidings.query.admission;

import java.sql.SQLTransientConnectionException;

/** An account waited in vain for a part of its share of the pool. */
public final class ShareInUseException extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    ShareInUseException() {
        super("the account's share of the pool is in use");
    }
}
