package tidings.system.violations.load;

import tidings.system.violations.command.barn.Barn;

/** The load program knows more than the public interfaces (R3). */
record ReachesIntoCommand(Barn barn) {}
