package tidings.system.history;

/** An invariant that was broken, and by what. */
public record Violation(Invariant invariant, String what) {

    /** The invariants of the house that a history can disprove. */
    public enum Invariant {
        /** No acknowledged message is lost. */
        I1_NOTHING_LOST,
        /** A channel's events are shown in its order. */
        I2_IN_ORDER,
        /** Nothing is recorded or shown twice. */
        I3_NOTHING_TWICE,
        /** What is remembered equals a fold over the log. */
        I5_PROJECTIONS_AGREE
    }
}
