package tidings.tools.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenTextsTest {

    private static final List<String> DIFFERENT = List.of("body", "clientMessageId");

    private final HiddenTexts texts = new HiddenTexts();

    @Test
    void passesOverTheTextOfWhatTheLogDeletes() {
        assertThat(texts.without(seen("{\"messageId\":\"m\",\"body\":null,\"erased\":true}"), DIFFERENT))
                .containsExactly("clientMessageId");
        texts.read("MessageDeleted", "{\"data\":{\"messageId\":\"m\"}}");
        assertThat(texts.withoutDeletion()).isEmpty();
    }

    @Test
    void findsTextThatIsHiddenWithoutADeletion() {
        texts.without(seen("{\"messageId\":\"m\",\"body\":null,\"erased\":true}"), DIFFERENT);
        texts.read("MessageDeleted", "{\"data\":{\"messageId\":\"another\"}}");
        assertThat(texts.withoutDeletion()).containsExactly(7L);
    }

    @Test
    void comparesAllOfWhatIsNotHidden() {
        assertThat(texts.without(seen("{\"messageId\":\"m\",\"body\":\"erased\"}"), DIFFERENT))
                .isEqualTo(DIFFERENT);
        assertThat(texts.without(seen("{\"messageId\":\"m\",\"erased\":false}"), DIFFERENT))
                .isEqualTo(DIFFERENT);
        assertThat(texts.withoutDeletion()).isEmpty();
    }

    private static ViewsApi.SeenEvent seen(String data) {
        return new ViewsApi.SeenEvent(7, "2026-11-29T00:00:00Z", null, "MessagePosted", data);
    }
}
