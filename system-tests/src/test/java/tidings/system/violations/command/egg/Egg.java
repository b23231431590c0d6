package tidings.system.violations.command.egg;

import tidings.system.violations.command.chicken.Chicken;

/** The other half of a cycle (R4). */
public record Egg(Chicken mother) {}
