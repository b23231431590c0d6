package tidings.system.violations.launcher.chicken;

import tidings.system.violations.launcher.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
