package tidings.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpProblemTest {

    @Test
    void everyCodeIsInTheDocument() throws Exception {
        Object yaml = new Yaml().load(Files.readString(Path.of("..", "docs", "asyncapi.yaml")));
        JsonNode document = JsonMapper.builder().build().valueToTree(yaml);
        assertThat(document.at("/components/schemas/problemCode/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(HttpProblem.values()).map(Enum::name).toList());
    }
}
