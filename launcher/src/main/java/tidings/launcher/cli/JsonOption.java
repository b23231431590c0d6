package tidings.launcher.cli;

import picocli.CommandLine.Option;

/** Output for programs. */
final class JsonOption {
    @Option(names = "--json", description = "print machine-readable output")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }
}
