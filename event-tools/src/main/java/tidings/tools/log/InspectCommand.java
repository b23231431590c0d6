package tidings.tools.log;

import picocli.CommandLine.Command;

/** {@code inspect}: looks at the events themselves. */
@Command(
        name = "inspect",
        description = "Shows the events of a channel or account, or the story of one message.",
        subcommands = {InspectStreamCommand.class, InspectMessageCommand.class},
        synopsisSubcommandLabel = "(stream | message)")
public final class InspectCommand {}
