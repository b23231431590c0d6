// java -cp CLASSES-AND-JACKSON examples/Chat.java http://127.0.0.1:8080
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tidings.client.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

JsonMapper json = JsonMapper.shared();
HttpClient http = HttpClient.newHttpClient();
URI site;

JsonNode post(String path, Map<String, ?> body, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(site.resolve(path)).headers("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    request.POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    return json.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
}

void main(String[] arguments) throws Exception {
    site = URI.create(arguments[0]);
    String name = "ada-" + UUID.randomUUID().toString().substring(0, 8);
    var credentials = Map.of("username", name, "password", UUID.randomUUID().toString());
    post("/api/accounts", credentials);
    String token = post("/api/sessions", credentials).get("accessToken").asString(), bearer = "Bearer " + token;
    String id = post("/api/channels", Map.of("name", name, "visibility", "PUBLIC"), "Authorization", bearer).get("id").asString();
    var posted = new CompletableFuture<ServerFrame.Event>();
    Listener listener = new Listener() {
        public void onEvent(ServerFrame.Event event) {
            if (event.event().equals("MessagePosted")) posted.complete(event);
        }
    };
    try (var client = new TidingsClient(new WebSocketConnector(site, new Credentials.Token(token)), listener)) {
        client.connect();
        long seq = client.send(new Command.Send(id, "first-of-" + name, "Hello, attic", null)).join().seq();
        IO.println("sent " + seq + "\nreceived " + posted.join().data().get("body").asString());
        var query = "query($id: ID!) { channel(id: $id) { messages { edges { node { body author { username } } } } } }";
        IO.println("history " + post("/graphql", Map.of("query", query, "variables", Map.of("id", id)), "Authorization", bearer, "X-Min-Seq", id + "=" + seq));
    }
}
