package tidings.command.account.registration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountCommand;
import tidings.command.account.AccountThrottles;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.account.password.Password;
import tidings.command.account.password.PasswordHashing;
import tidings.command.account.registration.NameReservations.Reservation;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.throttle.Throttle;
import tidings.events.account.AccountId;

/**
 * Makes an account: reserves its name, records the event, then stores the password. Wherever that is cut off, the next
 * attempt at the same name completes the same account.
 */
final class Registration {

    private final NameReservations names;
    private final PasswordHashing hashing;
    private final AccountThrottles throttles;
    private final Decisions decisions;
    private final IdFactory ids;

    Registration(
            NameReservations names,
            PasswordHashing hashing,
            AccountThrottles throttles,
            Decisions decisions,
            IdFactory ids) {
        this.names = names;
        this.hashing = hashing;
        this.throttles = throttles;
        this.decisions = decisions;
        this.ids = ids;
    }

    /** A new account; its name as it was first asked for. */
    record Registered(AccountId id, Username username) {}

    /**
     * @param displayName by default the username
     * @param address where the call comes from, for the limits
     * @throws CommandRefusedException CONFLICT when the name is reserved, taken, or looks like one that is taken, BAD_FRAME when the password is no password, BUSY
     * @throws CommandRefusedException RATE_LIMITED when the address has to wait
     */
    Registered register(Username username, Password password, @Nullable DisplayName displayName, String address) {
        password.requireChoosable(username.value());
        if (username.isReserved()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "that username is reserved");
        }
        Throttle.requireNoWait(throttles.attempt(address));
        Optional<Reservation> reserved = names.reserve(username, ids.nextAccountId(), ids.next());
        Reservation reservation = reserved.orElseThrow(() -> new CommandRefusedException(
                RejectionCode.CONFLICT, "that username is taken, or looks like one that is"));
        boolean complete = false;
        try {
            complete(
                    reservation,
                    password,
                    displayName == null ? new DisplayName(reservation.username().value()) : displayName);
            complete = true;
        } finally {
            if (!complete) {
                names.abandon(reservation);
            }
        }
        return new Registered(reservation.accountId(), reservation.username());
    }

    private void complete(Reservation reservation, Password password, DisplayName displayName) {
        String hash = hashing.hash(password);
        decisions.decide(
                null, new AccountCommand.RegisterAccount(reservation.accountId(), reservation.username(), displayName));
        if (!names.complete(reservation, hash)) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "that username is taken");
        }
    }
}
