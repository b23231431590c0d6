package tidings.system.violations.command.web;

import tidings.system.violations.command.barn.Barn;

/** A part of the HTTP edge that knows a feature (R3). */
record Feeder(Barn barn) {}
