package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class TokenJsonTest {

    private final TokenJson json = new TokenJson();

    @Test
    void readsBackAPositionWithItsGaps() {
        GapAwareTrackingToken token = GapAwareTrackingToken.newInstance(17, List.of(11L, 13L));
        SerializedObject<byte[]> written = json.serialize(token, byte[].class);
        GapAwareTrackingToken read = json.deserialize(written);
        assertThat(read).isEqualTo(token);
        assertThat(written.getType().getName()).isEqualTo("GapAwareTrackingToken");
    }
}
