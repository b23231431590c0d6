package tidings.query.admission;

import java.sql.SQLTransientConnectionException;

/** An account waited in vain for a part of its share of the pool. */
public final class ShareInUse extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    ShareInUse() {
        super("the account's share of the pool is in use");
    }
}
