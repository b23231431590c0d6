package tidings.command.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

/** More at once, or more in all, than there may be. */
@CommandNodeTest
class LimitsIT {

    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private String channel = "";

    @BeforeEach
    void openAChannel(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        channel = rest.channel(ada, "PUBLIC", "limits-" + ada.username());
    }

    @Test
    void takesNoBatchThatIsTooLarge() {
        Answer members = rest.post(
                "/api/channels",
                ada,
                Map.of("visibility", "DIRECT", "memberIds", many(1_001, i -> new UUID(0x7000, i).toString())));
        assertThat(members.code()).isEqualTo("TOO_LARGE");
        assertThat(importing("accounts", many(1_001, i -> Map.of("sourceId", "U" + i, "username", "u")))
                        .code())
                .isEqualTo("TOO_LARGE");
        assertThat(importing("channels", many(501, i -> Map.of("sourceId", "C" + i, "name", "c")))
                        .code())
                .isEqualTo("TOO_LARGE");
        assertThat(importing("messages", many(1_001, i -> message(i, 0))).code())
                .isEqualTo("TOO_LARGE");
        assertThat(importing("messages", many(1_000, i -> message(i, 11))).code())
                .isEqualTo("TOO_LARGE");
        assertThat(importing("messages", many(2, i -> message(i, 11))).status()).isEqualTo(200);
    }

    @Test
    void takesTwentyWebhooksAndNotOneMore() {
        List<Answer> created =
                many(21, i -> rest.post("/api/channels/" + channel + "/webhooks", ada, Map.of("name", "Builds " + i)));
        assertThat(created.subList(0, 20)).allMatch(answer -> answer.status() == 201);
        assertThat(created.getLast().code()).isEqualTo("CONFLICT");
    }

    private Answer importing(String what, List<?> items) {
        return rest.internal(
                "/internal/imports/" + what, Map.of("source", "limits", "channelId", channel, what, items));
    }

    private Map<String, Object> message(int number, int reactions) {
        return Map.of(
                "clientMessageId",
                "m" + number,
                "authorId",
                ada.id(),
                "writtenAt",
                "2015-12-02T17:31:00Z",
                "body",
                "x",
                "reactions",
                many(reactions, i -> Map.of("emoji", ":e" + i + ":", "authorIds", List.of(ada.id()))));
    }

    private static <T> List<T> many(int count, IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }
}
