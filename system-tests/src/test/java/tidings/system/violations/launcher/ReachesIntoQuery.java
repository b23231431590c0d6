package tidings.system.violations.launcher;

import tidings.system.violations.query.egg.Egg;

/** Knows the query side (R3). */
record ReachesIntoQuery(Egg known) {}
