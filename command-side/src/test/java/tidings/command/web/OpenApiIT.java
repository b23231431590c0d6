package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tidings.command.dispatch.RejectionCode;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

/** What {@code docs/openapi.yaml} describes is what there is. */
@CommandNodeTest
class OpenApiIT {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final RequestMappingHandlerMapping routes;
    private final Map<String, Object> spec;
    private Rest rest = new Rest(0);

    OpenApiIT(@Autowired RequestMappingHandlerMapping routes) throws IOException {
        this.routes = routes;
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/openapi.yaml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/openapi.yaml is above no folder");
        }
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        this.spec = yaml.load(Files.readString(folder.resolve("docs/openapi.yaml")));
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void describesEveryRouteAndNoOther() {
        assertThat(spec.get("openapi")).asString().startsWith("3.1.");
        assertThat(described().keySet()).isEqualTo(existing().keySet());
    }

    @Test
    void namesPathVariablesAsTheRoutesDo() {
        map(spec, "paths").keySet().forEach(path -> {
            Matcher variable = VARIABLE.matcher(path);
            while (variable.find()) {
                String name = variable.group().substring(1, variable.group().length() - 1);
                assertThat(parameters(path)).as(path).contains(name);
            }
        });
    }

    @Test
    void saysWhichRoutesNeedAToken() {
        Map<String, HandlerMethod> existing = existing();
        described().forEach((route, operation) -> {
            HandlerMethod handler = Objects.requireNonNull(existing.get(route));
            boolean open = handler.hasMethodAnnotation(PermitAll.class) || route.contains(" /health/");
            boolean describedOpen = List.of().equals(operation.get("security"));
            assertThat(describedOpen).as(route).isEqualTo(open);
        });
    }

    @Test
    void describesTheProblemsOfEveryRoute() {
        described().forEach((route, operation) -> {
            Map<String, Object> responses = map(operation, "responses");
            if (!route.contains(" /health/") && !route.contains(".well-known")) {
                assertThat(responses).as(route).containsKey("default");
            }
            assertThat(responses.keySet().stream().map(String::valueOf)).anyMatch(status -> status.matches("2..|302"));
        });
    }

    @Test
    void describesTheFieldsThatAnswersHave() {
        Person ada = rest.person("ada");
        Answer account =
                rest.post("/api/accounts", null, Map.of("username", ada.username() + "x", "password", Rest.PASSWORD));
        assertMatches(account, "Account");
        assertMatches(
                rest.post("/api/sessions", null, Map.of("username", ada.username(), "password", Rest.PASSWORD)),
                "TokenPair");
        assertMatches(rest.post("/api/tickets", ada, Map.of()), "Ticket");
        Answer channel = rest.post("/api/channels", ada, Map.of("name", "c-" + ada.id(), "visibility", "PUBLIC"));
        assertMatches(channel, "Channel");
        String messages = "/api/channels/" + channel.field("id") + "/messages";
        Answer message = rest.post(messages, ada, Map.of("clientMessageId", "m", "body", "hi"));
        assertMatches(message, "Message");
        assertMatches(rest.patch(messages + "/" + message.field("id"), ada, Map.of("body", "x")), "Change");
        assertMatches(rest.send("POST", "/api/sessions", "{"), "Problem");
    }

    @Test
    void namesEveryCodeThatThereIsAndNoOther() {
        Set<String> codes = Stream.concat(
                        Arrays.stream(RejectionCode.values()), Arrays.<Enum<?>>stream(ProblemCode.values()))
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> properties = map(map(map(map(spec, "components"), "schemas"), "Problem"), "properties");
        assertThat(new TreeSet<>(list(map(properties, "code"), "enum"))).isEqualTo(codes);
        String introduction = String.valueOf(map(spec, "info").get("description"));
        assertThat(codes).allSatisfy(code -> assertThat(introduction).contains("`" + code + "`"));
        for (HttpStatus status : HttpStatus.values()) {
            if (status.isError()) {
                assertThat(codes).contains(StatusProblem.of(status.value()).code());
            }
        }
    }

    private void assertMatches(Answer answer, String schema) {
        Map<String, Object> described = map(map(map(spec, "components"), "schemas"), schema);
        Set<String> fields = new TreeSet<>(answer.json().propertyNames());
        assertThat(fields).isSubsetOf(map(described, "properties").keySet());
        assertThat(fields).containsAll(list(described, "required"));
    }

    private Map<String, Map<String, Object>> described() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        map(spec, "paths")
                .forEach((path, item) -> asMap(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(route(method, path), asMap(operation));
                    }
                }));
        return operations;
    }

    /** The public ones: internal calls have their own page, and the error page is no route. */
    private Map<String, HandlerMethod> existing() {
        Map<String, HandlerMethod> existing = new TreeMap<>();
        routes.getHandlerMethods()
                .forEach((mapping, handler) -> patterns(mapping).stream()
                        .filter(path -> !path.startsWith("/internal/") && !path.equals("/error"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> existing.put(route(method.name(), path), handler))));
        return existing;
    }

    private static Set<String> patterns(RequestMappingInfo mapping) {
        return mapping.getPatternValues();
    }

    private static String route(String method, String path) {
        return method.toUpperCase(java.util.Locale.ROOT) + " "
                + VARIABLE.matcher(path).replaceAll("{}");
    }

    private List<String> parameters(String path) {
        Map<String, Object> item = map(map(spec, "paths"), path);
        List<?> declared = (List<?>) Objects.requireNonNull(item.get("parameters"), path);
        return declared.stream()
                .map(parameter -> asMap(Objects.requireNonNull(parameter)))
                .map(parameter -> parameter.containsKey("$ref") ? resolve(parameter) : parameter)
                .map(parameter -> String.valueOf(parameter.get("name")))
                .toList();
    }

    private Map<String, Object> resolve(Map<String, Object> reference) {
        Map<String, Object> found = spec;
        for (String step : String.valueOf(reference.get("$ref")).substring(2).split("/", -1)) {
            found = map(found, step);
        }
        return found;
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(Objects.requireNonNull(parent.get(key), key));
    }

    private static List<String> list(Map<String, Object> parent, String key) {
        return ((List<?>) Objects.requireNonNull(parent.get(key), key))
                .stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new TreeMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), Objects.requireNonNull(entry)));
        return map;
    }
}
