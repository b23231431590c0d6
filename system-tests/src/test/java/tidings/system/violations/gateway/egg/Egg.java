package tidings.system.violations.gateway.egg;

import tidings.system.violations.gateway.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
