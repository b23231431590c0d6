package tidings.system.violations.tools;

import tidings.system.violations.gateway.egg.Egg;

/** Knows the gateway side (R3). */
record ReachesIntoGateway(Egg known) {}
