package tidings.load.scenario;

import picocli.CommandLine;

/** Puts the scenarios on a command line. */
public final class ScenarioCommands {

    private ScenarioCommands() {}

    /** One subcommand for each. */
    public static void addTo(CommandLine parent) {
        for (Scenario scenario : Scenario.values()) {
            CommandLine command = new CommandLine(new ScenarioCommand(scenario));
            command.getCommandSpec().usageMessage().description("Measures " + scenario.description() + ".");
            parent.addSubcommand(scenario.id(), command);
        }
    }
}
