package tidings.query.channels;

import tidings.events.account.AccountId;
import tidings.events.channel.Role;

/**
 * A member of a channel as the list of its members shows it.
 *
 * @param joinedSeq its place in the list of members
 */
public record ChannelMember(AccountId account, Role role, long joinedSeq) {}
