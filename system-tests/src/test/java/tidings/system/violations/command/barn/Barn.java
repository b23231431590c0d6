package tidings.system.violations.command.barn;

/** Another feature. */
public record Barn(String name) {}
