package tidings.command.oidc;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.account.registration.VouchedRegistration;
import tidings.command.ids.IdFactory;
import tidings.command.oidc.IdentityStore.Identity;
import tidings.events.account.AccountId;

/**
 * Finds the account of somebody whom a provider knows, or makes it. Wherever that is cut off, their next sign-in completes
 * the same account.
 */
final class ProviderAccounts {

    private final IdentityStore identities;
    private final VouchedRegistration registration;
    private final IdFactory ids;

    ProviderAccounts(IdentityStore identities, VouchedRegistration registration, IdFactory ids) {
        this.identities = identities;
        this.registration = registration;
        this.ids = ids;
    }

    AccountId of(ProviderPerson person) {
        Identity identity = identities.claim(person, ids.nextAccountId());
        if (!identity.recorded()) {
            Username wished = Username.nearestTo(firstOf(person.preferredUsername(), person.name()));
            registration.register(
                    identity.accountId(),
                    wished,
                    username -> DisplayName.nearestTo(firstOf(person.name(), person.preferredUsername()), username));
            identities.markRecorded(identity.accountId());
        }
        return identity.accountId();
    }

    private static String firstOf(@Nullable String... names) {
        return Stream.of(names)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }
}
