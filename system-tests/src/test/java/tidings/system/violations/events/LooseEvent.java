package tidings.system.violations.events;

import tidings.events.EventRevision;

/** An event that is neither a record nor nested in its family (R2). */
@EventRevision(1)
final class LooseEvent {}
