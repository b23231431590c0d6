package tidings.system.violations.events.egg;

import tidings.system.violations.events.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
