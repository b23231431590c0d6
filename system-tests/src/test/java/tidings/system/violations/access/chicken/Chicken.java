package tidings.system.violations.access.chicken;

import tidings.system.violations.access.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
