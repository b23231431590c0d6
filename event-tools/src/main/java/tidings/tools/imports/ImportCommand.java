package tidings.tools.imports;

import picocli.CommandLine.Command;

/** {@code import}: takes over what was said elsewhere. */
@Command(
        name = "import",
        description = "Imports conversations of other systems.",
        subcommands = SlackCommand.class,
        synopsisSubcommandLabel = "SYSTEM")
public final class ImportCommand {}
