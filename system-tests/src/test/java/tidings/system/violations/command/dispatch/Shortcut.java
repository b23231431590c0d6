package tidings.system.violations.command.dispatch;

import tidings.system.violations.command.dispatch.stripes.Henhouse;

/** A vocabulary that speaks of the machine (R14). */
record Shortcut(Henhouse machine) {}
