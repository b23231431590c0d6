package tidings.system.violations.launcher.egg;

import tidings.system.violations.launcher.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
