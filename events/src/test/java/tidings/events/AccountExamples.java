package tidings.events;

import java.util.List;
import tidings.events.account.AccountEvent;

/** One of each event of an account, as its golden file shows it. */
final class AccountExamples {

    static final List<Object> ALL = List.of(
            new AccountEvent.AccountRegistered("ada", "Ada Lovelace", false),
            new AccountEvent.AccountImported("camperbot", "camperbot", true, "slack", "U0001"),
            new AccountEvent.SessionEnded("0198c2a0-0000-7000-8000-0000000000bb"),
            new AccountEvent.ProfileChanged("Ada, Countess of Lovelace"),
            new AccountEvent.PasswordChanged(),
            new AccountEvent.AccountDeactivated(),
            new AccountEvent.AccountReactivated(),
            new AccountEvent.AccountDeleted(),
            new AccountEvent.RoleGranted("ADMIN"),
            new AccountEvent.RoleRevoked("ADMIN"),
            new AccountEvent.TokenIssued("t-1", "ci", List.of("messages:read", "messages:write")),
            new AccountEvent.TokenRevoked("t-1"),
            new AccountEvent.WebhookCreated("w-1", ExampleIds.CHANNEL.value()),
            new AccountEvent.WebhookDeleted("w-1"),
            new AccountEvent.SecondFactorEnabled(),
            new AccountEvent.SecondFactorDisabled());

    private AccountExamples() {}
}
