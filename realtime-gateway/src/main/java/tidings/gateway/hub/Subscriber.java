package tidings.gateway.hub;

import tidings.events.account.AccountId;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;

/** A session as its channels see it. All calls come on the session's event loop. */
public interface Subscriber {

    AccountId accountId();

    /** The next event of a subscribed channel: each once, in order, without gaps. */
    void deliver(ServerFrame.Event event);

    /** A frame that is shown once and never stored. */
    void relay(EncodedFrame frame);

    /** Whether so much waits to be sent that catching up should pause. */
    boolean congested();

    /** Runs the task, on the loop, when what was delivered so far has been sent; never when the socket ends before. */
    void whenSent(Runnable task);

    /** The log ends before what was delivered, as after a restored backup: what comes next follows {@code head}. */
    void rewound(Subscription subscription, long head);

    /** A delivery failed for a reason of this server: the session cannot go on. */
    void broken(Throwable failure);

    /** The account is no member any more; the event that says so was just delivered, and nothing follows. */
    void left(Subscription subscription);
}
