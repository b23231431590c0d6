package tidings.command.eventstore;

/**
 * Appends of which each was decided upon the one before, while none was durable yet. When one of them fails, all later ones
 * rest on a state that never was, and fail with it. Only the committer's thread touches it, in the order of the appends.
 */
public final class AppendChain {

    private boolean condemned;

    /** Whether an earlier append failed. */
    boolean isCondemned() {
        return condemned;
    }

    /** An append failed, so all later ones must. */
    void condemn() {
        condemned = true;
    }
}
