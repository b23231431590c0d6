package tidings.system.violations.query.egg;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings that can change (R12). */
@ConfigurationProperties("egg")
class EggProperties {}
