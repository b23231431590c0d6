package tidings.gateway.fanout;

import java.util.List;
import tidings.events.account.AccountId;
import tidings.gateway.frame.ServerFrame;

/** Publishes recorded events to all gateways and keeps them for replay. */
public interface EventPublisher {

    /** What is published, in the order of the log. */
    sealed interface Publication {

        /** An event, for its channel. */
        record OfEvent(ServerFrame.Event event) implements Publication {}

        /** Something that concerns one account's sockets. */
        record ToAccount(AccountId accountId, Broadcast broadcast) implements Publication {}
    }

    /**
     * Publishes a batch in one round trip and returns when the broker has accepted all of it. Blocks; repeating a batch
     * does no harm. An empty batch does the housekeeping that is due, so call it also when nothing comes.
     *
     * @throws BrokerUnavailableException when it is unknown whether all of it was accepted
     */
    void publish(List<Publication> batch) throws BrokerUnavailableException;
}
