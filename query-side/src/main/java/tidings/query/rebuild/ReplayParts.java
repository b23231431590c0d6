package tidings.query.rebuild;

import java.time.Clock;
import java.util.concurrent.Executor;
import tidings.query.kafka.LogTail;
import tidings.query.projection.Projector;

/**
 * What a replay works with.
 *
 * @param reader runs the reading ahead
 * @param levelLag how many records the new tables may be behind when they take over
 */
record ReplayParts(
        EventFeed feed,
        LogTail tail,
        Projector projector,
        ShadowTablesStore tables,
        DigestQueries digests,
        ReplayStore store,
        Executor reader,
        Clock clock,
        long levelLag) {}
