package tidings.query.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a client asks, over HTTP or a socket: one object, each of whose members has its type. */
public final class RequestBody {

    private static final int MAX_DEPTH = 64;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestBody() {}

    /** What a body is instead of a request. */
    public static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        public MalformedException(String message) {
            super(message);
        }
    }

    /** Any JSON value, without doubled keys or anything after it. */
    public static JsonNode json(byte[] body) throws MalformedException {
        try {
            JsonNode read = JSON.readTree(body);
            if (read == null || read.isMissingNode()) {
                throw new MalformedException("the body is empty");
            }
            return read;
        } catch (JacksonException e) {
            throw new MalformedException("the body is not JSON, or has a key twice");
        }
    }

    /** A request as GraphQL over HTTP describes it (4.2); members that it does not know, and extensions, are ignored. */
    public static GraphQlRequest request(JsonNode body) throws MalformedException {
        if (body.isArray()) {
            throw new MalformedException("one request at a time: batches are not served");
        }
        if (!body.isObject()) {
            throw new MalformedException("a request is an object");
        }
        String query = text(body, "query");
        if (query == null || query.isBlank()) {
            throw new MalformedException("query is a string that is not empty");
        }
        object(body, "extensions");
        return new DefaultGraphQlRequest(query, text(body, "operationName"), object(body, "variables"), null);
    }

    private static @Nullable String text(JsonNode body, String name) throws MalformedException {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new MalformedException(name + " is a string");
        }
        return value.stringValue();
    }

    /** Null and absent are alike. */
    public static @Nullable Map<String, @Nullable Object> object(JsonNode body, String name) throws MalformedException {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new MalformedException(name + " is an object");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        value.properties()
                .forEach(member -> members.put(member.getKey(), JSON.convertValue(member.getValue(), Object.class)));
        return members;
    }
}
