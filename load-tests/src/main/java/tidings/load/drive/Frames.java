package tidings.load.drive;

/** The frames that a client sends. */
final class Frames {

    private Frames() {}

    static String hello() {
        return "{\"type\":\"hello\"}";
    }

    static String resume(String channelId, long seq) {
        return "{\"type\":\"hello\",\"resume\":{\"" + channelId + "\":" + seq + "}}";
    }

    /** A message whose id, reference and body begin with its mark. */
    static String send(String channelId, String mark, String padding) {
        return "{\"type\":\"send\",\"ref\":\"" + mark + "\",\"channelId\":\"" + channelId + "\",\"clientMessageId\":\""
                + mark + "\",\"body\":\"" + mark + padding + "\"}";
    }
}
