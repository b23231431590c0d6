package tidings.system.violations.access.egg;

import tidings.system.violations.access.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
