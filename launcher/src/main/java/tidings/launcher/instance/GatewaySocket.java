package tidings.launcher.instance;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The file by which nginx reaches a gateway of the same machine (ADR-0024): a Unix domain socket costs half of loopback TCP. */
final class GatewaySocket {
    /** In the gateway's working directory: the whole path may be longer than a socket's name can be. */
    static final String FILE = "ws.sock";

    private static final int LONGEST_NAME = 100; // unix(7): 108 bytes with the end
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]{1," + LONGEST_NAME + "}");

    private GatewaySocket() {}

    /** Whether nginx comes by the file. */
    static boolean isUsed(DataFolder folder, Topology.Node gateway) {
        return address(folder, gateway).startsWith("unix:");
    }

    /** Where nginx finds the gateway: the file where its path is short and plain, else the port. */
    static String address(DataFolder folder, Topology.Node gateway) {
        Path file = folder.of("run").resolve(gateway.name()).resolve(FILE).toAbsolutePath();
        return PLAIN.matcher(file.toString()).matches() ? "unix:" + file : "127.0.0.1:" + gateway.http();
    }
}
