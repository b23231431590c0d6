package tidings.command.throttle;

import org.jspecify.annotations.Nullable;

/**
 * Where a guess comes from.
 *
 * @param address the client's, as text
 * @param device what the client's device shows; null where it shows nothing
 */
public record Origin(String address, @Nullable DeviceToken device) {

    /** A device that shows nothing. */
    public static Origin at(String address) {
        return new Origin(address, null);
    }

    String network() {
        return ClientNetwork.of(address).key();
    }
}
