package tidings.system.violations.tools.chicken;

import tidings.system.violations.tools.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
