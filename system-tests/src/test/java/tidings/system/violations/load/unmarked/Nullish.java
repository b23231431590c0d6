package tidings.system.violations.load.unmarked;

/** A package that says nothing about null (R12): it has no package-info on purpose. */
class Nullish {}
