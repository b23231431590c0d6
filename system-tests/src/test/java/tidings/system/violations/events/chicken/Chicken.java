package tidings.system.violations.events.chicken;

import tidings.system.violations.events.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
