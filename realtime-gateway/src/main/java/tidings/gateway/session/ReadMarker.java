package tidings.gateway.session;

import java.util.ArrayList;
import java.util.List;

/** A session's read marker in one channel. Confined to the session's loop. */
final class ReadMarker {
    /** What the command side has accepted. */
    long accepted = -1;
    /** What the client wants beyond that. */
    long wanted = -1;
    /** Whether a command is under way or the interval since the last one is not over. */
    boolean paused;

    List<String> refs = new ArrayList<>(1);
}
