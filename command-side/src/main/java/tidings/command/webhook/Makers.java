package tidings.command.webhook;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.apitoken.Bots;
import tidings.command.channel.ChannelQueries;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.limits.CreationRates;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;

/** Who may make webhooks, and how often. */
record Makers(Bots bots, CreationRates rates, ChannelQueries channels) {

    private static final Set<Role> MAY_MANAGE = EnumSet.of(Role.OWNER, Role.ADMIN, Role.MODERATOR);

    /** Whether somebody of this role manages webhooks; null is the role of who is no member. */
    static boolean manages(@Nullable Role role) {
        return role != null && MAY_MANAGE.contains(role);
    }

    /** @throws CommandRefusedException NOT_FOUND to who is no member, FORBIDDEN to members who do not manage the channel */
    void requireManager(AccountId caller, ChannelId channel) {
        Optional<Role> role = channels.role(caller, channel);
        if (role.isEmpty()) {
            throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such channel");
        }
        if (!manages(role.get())) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "only moderators and above manage webhooks");
        }
    }

    /** The bot by which a new webhook posts. */
    AccountId botFor(AccountId maker, DisplayName name) {
        rates.webhook(maker);
        return bots.create(maker, Username.nearestTo(name.value()), name, Bots.Kind.WEBHOOK)
                .id();
    }
}
