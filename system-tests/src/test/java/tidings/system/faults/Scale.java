package tidings.system.faults;

import java.time.Duration;

/** How much of a fault a run can afford: {@code -Dtidings.faults=long} asks for the whole of it. */
final class Scale {

    private static final boolean LONG = "long".equals(System.getProperty("tidings.faults"));

    private Scale() {}

    /** How long Kafka stays away. */
    static Duration kafkaOutage() {
        return LONG ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
    }

    /** How many clients connect again at once, where the machine can gather them in time. */
    static int reconnectingClients() {
        return LONG ? 10_000 : 500;
    }

    /** After how long a crowd that gathers is large enough for this machine. */
    static double secondsToConnect() {
        return LONG ? Double.MAX_VALUE : 30;
    }

    /** How many clients never read. */
    static int deafClients() {
        return LONG ? 1_000 : 40;
    }
}
