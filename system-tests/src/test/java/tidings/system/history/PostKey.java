package tidings.system.history;

import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Refused;
import tidings.system.history.Observation.Sent;

/** What tells messages apart before they have a place: a client may send each one again. */
record PostKey(String channelId, String accountId, String clientMessageId) {

    static PostKey of(LoggedEvent post) {
        return new PostKey(post.streamId(), String.valueOf(post.actorId()), post.text("clientMessageId"));
    }

    static PostKey of(Sent sent) {
        return new PostKey(sent.channelId(), sent.accountId(), sent.clientMessageId());
    }

    static PostKey of(Acknowledged ack) {
        return new PostKey(ack.channelId(), ack.accountId(), ack.clientMessageId());
    }

    static PostKey of(Refused refused) {
        return new PostKey(refused.channelId(), refused.accountId(), refused.clientMessageId());
    }
}
