package tidings.system.violations.command.web;

import org.springframework.stereotype.Controller;

/** A controller far from its decisions (R11). */
@Controller
class FeedingController {}
