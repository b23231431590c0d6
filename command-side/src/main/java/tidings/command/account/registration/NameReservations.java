package tidings.command.account.registration;

import java.util.Optional;
import java.util.UUID;
import tidings.command.account.Username;
import tidings.events.account.AccountId;

/**
 * Holds names for accounts that are being made. A reservation is leased for some seconds; when its attempt dies, the next
 * one takes it over with the same account id, so that the account's event is recorded once however often it is tried.
 */
interface NameReservations {

    /** The name as it was first asked for, and the account that it belongs to. */
    record Reservation(Username username, AccountId accountId, UUID attempt) {}

    /**
     * @param candidate the account's id if the name was never reserved before
     * @return empty when the name is taken, or looks like one that is, or another attempt is under way
     */
    Optional<Reservation> reserve(Username username, AccountId candidate, UUID attempt);

    /**
     * Makes the account complete once its event is in the log: its name, its password, and for the first account of all the
     * role ADMIN.
     *
     * @return false when the lease had run out and somebody else took over
     */
    boolean complete(Reservation reservation, String passwordHash);

    /** Gives the account the role ADMIN if it is the first of all. Repeated, it changes nothing. */
    void claimFirst(AccountId accountId);

    /** Gives the lease back, so that the next attempt need not wait for it. */
    void abandon(Reservation reservation);
}
