package tidings.gateway.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class OfficialSchemaTest {

    private static Schema official() throws IOException {
        try (InputStream file = OfficialSchemaTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    @Test
    void theDocumentIsValidAsyncApi() throws IOException {
        assertThat(official().validate(Contract.CURRENT.document())).isEmpty();
    }

    @Test
    void theOfficialSchemaBites() throws IOException {
        JsonNode copy = Contract.CURRENT.document().deepCopy();
        ((ObjectNode) copy.at("/operations/sendToClient")).put("action", "shout");
        assertThat(official().validate(copy)).isNotEmpty();
    }

    @Test
    void everyClientFrameHasAnExampleAsDescribed() {
        assertThat(Contract.CURRENT.clientExamples())
                .hasSize(12)
                .allSatisfy(example -> assertThat(Contract.CURRENT.complaintsAboutClientFrame(example))
                        .isEmpty());
    }

    @Test
    void framesThatAreNotAsDescribedAreNoticed() {
        ObjectNode pong = new ObjectMapper().createObjectNode().put("type", "pong");
        assertThat(Contract.CURRENT.complaintsAboutServerFrame(pong)).isEmpty();
        assertThat(Contract.CURRENT.complaintsAboutServerFrame(pong.deepCopy().put("ref", 7)))
                .isNotEmpty();
        assertThat(Contract.CURRENT.complaintsAboutServerFrame(pong.deepCopy().put("extra", "x")))
                .isNotEmpty();
        assertThat(Contract.CURRENT.complaintsAboutServerFrame(pong.deepCopy().put("type", "ack")))
                .isNotEmpty();
    }
}
