package tidings.launcher.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ties a child to its parent: a tiny shell beside the child waits on a pipe from the parent, and when the pipe ends, for
 * whatever reason (also {@code kill -9} of the parent), it ends the child's whole process group. The shell that starts is
 * replaced by the child itself, so the process id that the parent sees is the child's own. The watcher is a member of the
 * group, so the group's number cannot be reused while it lives. What the child
 * writes is its owner's only. See ADR-0005.
 */
final class Leash {
    private static final String SCRIPT = """
            umask 077
            exec 3<&0 </dev/null
            (
              trap '' TERM INT HUP
              exec <&3 3<&- >/dev/null 2>&1
              read -r _
              kill -TERM $$
              n=0
              while kill -0 $$ && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
              kill -KILL -$$
            ) &
            exec "$@" 3<&-
            """;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Leash() {}

    /** The command line that runs {@code command} in its own session, tied to its standard input. */
    static List<String> around(List<String> command) {
        List<String> all = new ArrayList<>();
        if (!Files.isExecutable(SETSID)) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.UNAVAILABLE, "setsid (package util-linux) is missing");
        }
        all.addAll(List.of(SETSID.toString(), "/bin/sh", "-c", SCRIPT, "leash"));
        all.addAll(command);
        return all;
    }
}
