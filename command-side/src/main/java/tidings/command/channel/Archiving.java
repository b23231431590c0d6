package tidings.command.channel;

import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;

/** Decides about the end of all writing, and its beginning anew. */
record Archiving(ChannelState state) {

    Verdict archive(AccountId actor) {
        state.require(actor, Act.ARCHIVE);
        return state.settings().archived()
                ? Verdict.already(state.head())
                : Verdict.of(new ChannelEvent.ChannelArchived());
    }

    Verdict unarchive(AccountId actor) {
        state.require(actor, Act.ARCHIVE);
        return state.settings().archived()
                ? Verdict.of(new ChannelEvent.ChannelUnarchived())
                : Verdict.already(state.head());
    }
}
