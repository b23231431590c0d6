package tidings.system.violations.command;

import tidings.system.violations.query.egg.Egg;

/** Knows the query side (R3). */
record ReachesIntoQuery(Egg known) {}
