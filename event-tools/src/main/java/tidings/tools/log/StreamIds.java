package tidings.tools.log;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tidings.events.Ids;

/** Ids given on the command line. */
public final class StreamIds {

    private StreamIds() {}

    /** The id in its canonical form; bad usage where it is none. */
    public static String checked(String id, CommandSpec command) {
        try {
            return Ids.canonicalUuid(id).toString();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "not an id: " + id, e);
        }
    }
}
