package tidings.command.audit;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.account.Administration;

/** For administrators only; each call looks their role up. */
@RestController
class AuditController {

    private final Administration administration;
    private final AuditQueries audit;

    AuditController(Administration administration, AuditQueries audit) {
        this.administration = administration;
        this.audit = audit;
    }

    @GetMapping("/api/audit")
    List<AuditEntry> list(
            Identity caller,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        administration.requireAdministrator(caller.accountId());
        return audit.after(after, Math.clamp(limit, 1, AuditQueries.MAX_PAGE));
    }
}
