package tidings.query.projection;

import tidings.query.views.ViewTables;

/**
 * Folds events into its own tables. Called within a transaction, with every event exactly once and in its stream's
 * order; whatever it throws rolls the batch back. It reads no clock and nothing but its tables, so that the same
 * events always make the same rows.
 */
public interface Projection {

    void apply(EventBatch batch, ViewTables tables);
}
