package tidings.command.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.account.AccountRole;
import tidings.command.account.Administration;
import tidings.command.audit.AuditQueries;
import tidings.command.session.Caller;

/** For administrators only; each call looks their role up. */
@RestController
class AdministrationController {

    private final Administration administration;
    private final AuditQueries audit;

    AdministrationController(Administration administration, AuditQueries audit) {
        this.administration = administration;
        this.audit = audit;
    }

    @PutMapping("/api/accounts/{accountId}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Caller caller, @PathVariable String accountId) {
        administration.deactivate(caller.accountId(), Parameters.accountInPath(accountId));
    }

    @DeleteMapping("/api/accounts/{accountId}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reactivate(Caller caller, @PathVariable String accountId) {
        administration.reactivate(caller.accountId(), Parameters.accountInPath(accountId));
    }

    @DeleteMapping("/api/accounts/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String accountId) {
        administration.delete(caller.accountId(), Parameters.accountInPath(accountId));
    }

    @PutMapping("/api/accounts/{accountId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(Caller caller, @PathVariable String accountId, @PathVariable String role) {
        administration.grant(caller.accountId(), Parameters.accountInPath(accountId), roleInPath(role));
    }

    @DeleteMapping("/api/accounts/{accountId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable String accountId, @PathVariable String role) {
        administration.revoke(caller.accountId(), Parameters.accountInPath(accountId), roleInPath(role));
    }

    @GetMapping("/api/audit")
    List<Act> list(
            Caller caller,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        administration.requireAdministrator(caller.accountId());
        return audit.after(after, Math.clamp(limit, 1, AuditQueries.MAX_PAGE)).stream()
                .map(entry ->
                        new Act(entry.id(), entry.type(), entry.accountId(), entry.actorId(), entry.at(), entry.data()))
                .toList();
    }

    private static AccountRole roleInPath(String text) {
        try {
            return AccountRole.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw Parameters.notFound("no such role");
        }
    }
}
