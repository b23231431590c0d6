package tidings.tools.instance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tidings.tools.http.InternalApi;
import tidings.tools.http.Patience;
import tidings.tools.http.UnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running instance, as its launcher describes it in {@code instance.json} and {@code secrets/}.
 *
 * @param command the HTTP address of its first command node
 * @param query the HTTP address of its first query node
 * @param kafka the address of its broker; empty where it names none
 * @param internalSecret what its services know each other by
 */
public record Instance(URI command, URI query, String kafka, String internalSecret) {

    private static final String FILE = "instance.json";

    /**
     * Reads the files of a data folder.
     *
     * @throws UnavailableException when no instance is up there
     */
    public static Instance in(Path data) {
        try {
            JsonNode json = JsonMapper.builder().build().readTree(Files.readString(data.resolve(FILE)));
            Path secrets = Path.of(
                    json.path("secretsDir").asString(data.resolve("secrets").toString()));
            String secret = Files.readString(secrets.resolve("internal"));
            return new Instance(
                    first(json, "commandHttp"),
                    first(json, "queryHttp"),
                    json.path("kafka").asString(""),
                    secret.strip());
        } catch (NoSuchFileException e) {
            throw new UnavailableException(
                    "no instance is up in " + data + " (" + e.getMessage() + " is missing): ./tidings up", e);
        } catch (IOException | JacksonException e) {
            throw new UnavailableException("cannot read what the launcher wrote in " + data + ": " + e.getMessage(), e);
        }
    }

    private static URI first(JsonNode instance, String kind) {
        String address = instance.path(kind).path(0).asString("");
        if (address.isEmpty()) {
            throw new UnavailableException("the instance names no " + kind);
        }
        return URI.create(address.contains("://") ? address : "http://" + address);
    }

    /** The internal API of the command side. */
    public InternalApi command(Patience patience) {
        return new InternalApi(command, internalSecret, patience);
    }

    /** The internal API of the query side. */
    public InternalApi query(Patience patience) {
        return new InternalApi(query, internalSecret, patience);
    }
}
