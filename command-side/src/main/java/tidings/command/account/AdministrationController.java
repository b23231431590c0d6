package tidings.command.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.web.Parameters;

/** For administrators only; each call looks their role up. */
@RestController
class AdministrationController {

    private final Administration administration;

    AdministrationController(Administration administration) {
        this.administration = administration;
    }

    @PutMapping("/api/accounts/{accountId}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Identity caller, @PathVariable String accountId) {
        administration.deactivate(caller.accountId(), Parameters.accountInPath(accountId));
    }

    @DeleteMapping("/api/accounts/{accountId}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reactivate(Identity caller, @PathVariable String accountId) {
        administration.reactivate(caller.accountId(), Parameters.accountInPath(accountId));
    }

    @DeleteMapping("/api/accounts/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Identity caller, @PathVariable String accountId) {
        administration.delete(caller.accountId(), Parameters.accountInPath(accountId));
    }

    @PutMapping("/api/accounts/{accountId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(Identity caller, @PathVariable String accountId, @PathVariable String role) {
        administration.grant(caller.accountId(), Parameters.accountInPath(accountId), roleInPath(role));
    }

    @DeleteMapping("/api/accounts/{accountId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Identity caller, @PathVariable String accountId, @PathVariable String role) {
        administration.revoke(caller.accountId(), Parameters.accountInPath(accountId), roleInPath(role));
    }

    private static AccountRole roleInPath(String text) {
        try {
            return AccountRole.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw Parameters.notFound("no such role");
        }
    }
}
