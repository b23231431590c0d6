package tidings.system.violations.gateway;

import tidings.system.violations.command.barn.Barn;

/** Knows the command side (R3). */
record ReachesIntoCommand(Barn known) {}
