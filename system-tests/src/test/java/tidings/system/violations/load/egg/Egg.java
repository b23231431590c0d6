package tidings.system.violations.load.egg;

import tidings.system.violations.load.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
