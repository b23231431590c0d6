package tidings.system.violations.gateway.chicken;

import tidings.system.violations.gateway.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
