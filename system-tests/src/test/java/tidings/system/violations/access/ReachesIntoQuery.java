package tidings.system.violations.access;

import tidings.system.violations.query.egg.Egg;

/** Knows a side (R3). */
record ReachesIntoQuery(Egg known) {}
