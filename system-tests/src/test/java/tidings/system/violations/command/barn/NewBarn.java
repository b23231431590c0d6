package tidings.system.violations.command.barn;

/** A request for all to see, which no other feature takes (R11). */
public record NewBarn(String name) {}
