package tidings.gateway.fanout;

/** What a link to Redis tells, on its threads. */
interface RedisListener {

    void onMessage(String topic, byte[] message);

    /** What is published on the topic from now on arrives; {@code fresh}: on that connection it did not before. */
    void onSubscribed(String topic, boolean fresh);

    /** What is published on the topic arrives no more: it was asked for, or Redis ended it by itself. */
    void onUnsubscribed(String topic);

    /** A command for the topic had no effect that is known of. */
    void onFailed(String topic);

    /** A connection came up again: its topics are to be subscribed again, and messages may have been lost. */
    void onReconnected();

    boolean wants(String topic);
}
