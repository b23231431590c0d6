package tidings.command.account;

import tidings.access.Identity;

/** Ends API tokens. */
public interface ApiTokenRevocation {

    /** Revokes all tokens of the caller's account and of the bots that the caller answers for. */
    void revokeAll(Identity caller);
}
