package tidings.gateway.presence;

import java.util.HashSet;
import java.util.Set;
import tidings.events.account.AccountId;

/** Another gateway, as far as its gossip was heard. Confined to presence's thread. */
final class Peer {

    /** Of the last change that was heard; -1 before the first whole state. */
    long number = -1;

    long heardMs;
    long askedMs = Long.MIN_VALUE / 2;
    Set<AccountId> accounts = new HashSet<>();
    /** Of the state that is being told in parts. */
    Set<AccountId> inState = new HashSet<>();
}
