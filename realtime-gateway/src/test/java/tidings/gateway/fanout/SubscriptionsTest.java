package tidings.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.gateway.fanout.Subscriptions.Step;

class SubscriptionsTest {

    private static final String TOPIC = "t";

    private final Subscriptions subscriptions = new Subscriptions();
    private final Broker.Listener one = broadcast -> {};
    private final Broker.Listener other = broadcast -> {};

    @Test
    void asksOnceForManyListeners() {
        assertThat(subscriptions.add(TOPIC, one).step()).isEqualTo(Step.SUBSCRIBE);
        assertThat(subscriptions.add(TOPIC, other).step()).isEqualTo(Step.NONE);
        assertThat(subscriptions.subscribed(TOPIC, true).step()).isEqualTo(Step.NONE);
        assertThat(subscriptions.remove(TOPIC, one)).isEqualTo(Step.NONE);
        assertThat(subscriptions.remove(TOPIC, other)).isEqualTo(Step.UNSUBSCRIBE);
    }

    @Test
    void whoComesWhileATopicIsGivenUpIsSubscribedAfterwards() {
        subscriptions.add(TOPIC, one);
        subscriptions.subscribed(TOPIC, true);
        assertThat(subscriptions.remove(TOPIC, one)).isEqualTo(Step.UNSUBSCRIBE);
        Subscriptions.Added added = subscriptions.add(TOPIC, other);
        assertThat(added.step()).isEqualTo(Step.NONE);
        assertThat(added.confirmed()).isNotDone();
        assertThat(subscriptions.unsubscribed(TOPIC).step()).isEqualTo(Step.SUBSCRIBE);
        assertThat(added.confirmed()).isNotDone();
        subscriptions.subscribed(TOPIC, true);
        assertThat(added.confirmed()).isDone();
    }

    @Test
    void whoLeavesWhileATopicIsAskedForGivesItUpAfterwards() {
        subscriptions.add(TOPIC, one);
        assertThat(subscriptions.remove(TOPIC, one)).isEqualTo(Step.NONE);
        assertThat(subscriptions.subscribed(TOPIC, true).step()).isEqualTo(Step.UNSUBSCRIBE);
        assertThat(subscriptions.unsubscribed(TOPIC).step()).isEqualTo(Step.NONE);
        assertThat(subscriptions.share(0, 1).wanted()).isEmpty();
        assertThat(subscriptions.share(0, 1).unwanted()).isEmpty();
    }

    @Test
    void answersInTheWrongOrderAreMended() {
        subscriptions.add(TOPIC, one);
        subscriptions.subscribed(TOPIC, true);
        assertThat(subscriptions.unsubscribed(TOPIC)).isEqualTo(new Subscriptions.Heard(Step.SUBSCRIBE, true));
    }

    @Test
    void aCheckFindsWhatRedisHasLostAndAsksForWhatWasNeverAnswered() {
        subscriptions.add(TOPIC, one);
        assertThat(subscriptions.share(0, 1).wanted()).isEqualTo(List.of(TOPIC));
        assertThat(subscriptions.subscribed(TOPIC, true).lost()).isFalse();
        assertThat(subscriptions.share(0, 1).wanted()).isEqualTo(List.of(TOPIC));
        assertThat(subscriptions.subscribed(TOPIC, false).lost()).isFalse();
        subscriptions.share(0, 1);
        assertThat(subscriptions.subscribed(TOPIC, true).lost()).isTrue();
    }

    @Test
    void aTopicThatNobodyWantsIsGivenUpWhenItIsHeard() {
        assertThat(subscriptions.deliver(TOPIC, null)).isEqualTo(Step.UNSUBSCRIBE);
        assertThat(subscriptions.deliver(TOPIC, null)).isEqualTo(Step.NONE);
    }
}
