package tidings.system.violations.query.egg;

import tidings.system.violations.query.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
