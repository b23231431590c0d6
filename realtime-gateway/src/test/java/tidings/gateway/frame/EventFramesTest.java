package tidings.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.channel.ChannelId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventFramesTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void tellWhoWroteAForwardedMessageAndNotWhere() {
        JsonNode data = frame("{\"messageId\":\"m\",\"body\":\"hi\",\"forwardedFrom\":"
                        + "{\"channelId\":\"hidden\",\"messageId\":\"there\",\"authorId\":\"ada\"}}")
                .path("data");
        assertThat(data).isEqualTo(json.readTree("""
                {"messageId": "m", "body": "hi", "forwardedFrom": {"authorId": "ada"}}"""));
    }

    @Test
    void passOtherMessagesOnAsTheyAre() {
        String quoted = "{\"messageId\":\"m\",\"body\":\"\\\"forwardedFrom\\\":{ \"}";
        assertThat(frame(quoted).path("data")).isEqualTo(json.readTree(quoted));
    }

    private JsonNode frame(String data) {
        return json.readTree(EventFrames.encode(
                        new ChannelId(new UUID(0, 1)),
                        1,
                        Instant.EPOCH,
                        "MessagePosted",
                        null,
                        data.getBytes(StandardCharsets.UTF_8))
                .encoded()
                .json());
    }
}
