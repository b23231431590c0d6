package tidings.command.channel;

import java.util.Set;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * Who holds a channel's name, or is the direct channel of a set of people. A reservation comes before
 * {@link ChannelCommand.OpenChannel}; one that no channel followed within a minute lapses.
 */
public interface ChannelNames {

    /**
     * Reserves a name; blocks on the database.
     *
     * @param name already in the form that {@link ChannelCommand.OpenChannel#name()} returns
     * @return the channel that holds it, or a name that looks like it, now: {@code candidate}, or another one that was first
     */
    ChannelId reserveName(String name, ChannelId candidate);

    /**
     * Reserves the direct channel of exactly these people, the opener among them; blocks on the database.
     *
     * @return the channel that they have now: {@code candidate}, or the one that they had
     */
    ChannelId reserveDirect(Set<AccountId> people, ChannelId candidate);
}
