package tidings.system.violations.command.hen;

import org.axonframework.commandhandling.CommandHandler;

/** A command handler outside an aggregate (R6). */
class HenKeeper {

    @CommandHandler
    int handle(String command) {
        return command.length();
    }
}
