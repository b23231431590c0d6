package tidings.system.violations.query.egg;

import java.util.logging.Logger;
import org.springframework.stereotype.Controller;

/** A controller for all to see, which logs past everybody else (R11). */
@Controller
public class EggController {

    private static final Logger LOG = Logger.getLogger("eggs");

    void hatch() {
        LOG.info("hatching");
    }
}
