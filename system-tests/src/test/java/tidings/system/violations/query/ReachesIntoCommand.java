package tidings.system.violations.query;

import tidings.system.violations.command.barn.Barn;

/** The query side knows the command side (R3). */
record ReachesIntoCommand(Barn barn) {}
