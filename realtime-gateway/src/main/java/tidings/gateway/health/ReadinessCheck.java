package tidings.gateway.health;

/** One thing that this gateway needs in order to do its work. */
public interface ReadinessCheck {

    String name();

    /** Whether it is there now; answers at once, from memory. */
    boolean ready();
}
