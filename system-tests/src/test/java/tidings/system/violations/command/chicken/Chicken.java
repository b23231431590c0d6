package tidings.system.violations.command.chicken;

import tidings.system.violations.command.egg.Egg;

/** Half of a cycle (R4). */
public record Chicken(Egg laid) {}
