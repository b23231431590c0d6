package tidings.gateway.hub;

import java.util.ArrayList;
import java.util.List;
import tidings.events.account.AccountId;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.ServerFrame;

/** The sessions of one channel on one event loop. */
final class Subscribers {

    private final ArrayList<Subscription> subscriptions = new ArrayList<>(2);

    void add(Subscription subscription) {
        subscription.index = subscriptions.size();
        subscriptions.add(subscription);
    }

    /** Constant time: the last one takes the place. */
    void remove(Subscription subscription) {
        if (!subscription.isOpen()) {
            return;
        }
        Subscription last = subscriptions.removeLast();
        if (last != subscription) {
            subscriptions.set(subscription.index, last);
            last.index = subscription.index;
        }
        subscription.index = -1;
        subscription.live = false;
    }

    boolean isEmpty() {
        return subscriptions.isEmpty();
    }

    /** Gives an event to all live sessions that have not had it, and says goodbye to the one that left. */
    void deliver(ServerFrame.Event event) {
        List<Subscription> leaving = List.of();
        for (Subscription subscription : subscriptions) {
            if (subscription.live && deliver(subscription, event)) {
                leaving = leaving.isEmpty() ? new ArrayList<>() : leaving;
                leaving.add(subscription);
            }
        }
        leaving.forEach(this::removeLeaver);
    }

    /** Takes out of live delivery, and answers, the sessions with so much unsent that they must catch up by themselves. */
    List<Subscription> setAsideCongested() {
        List<Subscription> aside = List.of();
        for (Subscription subscription : subscriptions) {
            if (subscription.live && subscription.subscriber().congested()) {
                subscription.live = false;
                aside = aside.isEmpty() ? new ArrayList<>() : aside;
                aside.add(subscription);
            }
        }
        return aside;
    }

    List<Subscription> all() {
        return List.copyOf(subscriptions);
    }

    /** Gives one session its next event; whether it left by it. */
    static boolean deliver(Subscription subscription, ServerFrame.Event event) {
        if (event.seq() <= subscription.cursor) {
            return false;
        }
        subscription.cursor = event.seq();
        try {
            subscription.subscriber().deliver(event);
        } catch (RuntimeException e) {
            subscription.subscriber().broken(e); // the others must not go without
        }
        return event.leaver() != null
                && event.seq() > subscription.grantedAt()
                && event.leaver().equals(subscription.subscriber().accountId());
    }

    void removeLeaver(Subscription subscription) {
        remove(subscription);
        subscription.subscriber().left(subscription);
    }

    void relay(AccountId from, EncodedFrame frame) {
        for (Subscription subscription : subscriptions) {
            if (!subscription.subscriber().accountId().equals(from)) {
                try {
                    subscription.subscriber().relay(frame);
                } catch (RuntimeException e) {
                    subscription.subscriber().broken(e);
                }
            }
        }
    }
}
