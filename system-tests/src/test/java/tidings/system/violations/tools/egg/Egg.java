package tidings.system.violations.tools.egg;

import tidings.system.violations.tools.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
