package tidings.system.violations.command.barn;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;

/** Takes a request that it shows to all (R11). */
@Controller
class BarnController {

    Barn build(@RequestBody NewBarn barn) {
        return new Barn(barn.name());
    }
}
