package tidings.system.violations.query.egg;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import tidings.system.violations.query.chicken.Chicken;

/** A configuration for all to see, with an injected field (R11). */
@Configuration
public class EggConfiguration {

    @Autowired
    private @Nullable Chicken chicken;

    @Nullable Chicken chicken() {
        return chicken;
    }
}
