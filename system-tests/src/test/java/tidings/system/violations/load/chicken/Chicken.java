package tidings.system.violations.load.chicken;

import tidings.system.violations.load.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
