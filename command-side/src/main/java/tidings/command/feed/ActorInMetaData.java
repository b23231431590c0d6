package tidings.command.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds who caused an event in its meta data, without parsing them: this is done for each line of the feed. */
final class ActorInMetaData {

    private static final byte[] ACTOR = "\"actorId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 36;

    private ActorInMetaData() {}

    /** The actor's id in quotation marks, or {@code null}. */
    static String asJson(byte[] metaData) {
        for (int at = 0; at + ACTOR.length + ID_LENGTH < metaData.length; at++) {
            int end = at + ACTOR.length;
            if (Arrays.equals(metaData, at, end, ACTOR, 0, ACTOR.length)) {
                return '"' + new String(metaData, end, ID_LENGTH, StandardCharsets.US_ASCII) + '"';
            }
        }
        return "null";
    }
}
