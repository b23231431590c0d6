package tidings.system.violations.query.egg;

/** A projection that everybody may call (R7). */
public class EggProjection {}
