package tidings.command.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * Which providers there are. Their settings are named after them, so they are read by name: {@code TIDINGS_OIDC_PROVIDERS}
 * lists names, and each has {@code TIDINGS_OIDC_<NAME>_ISSUER}, {@code _CLIENT_ID} and {@code _CLIENT_SECRET}.
 *
 * @param publicUrl where browsers find this instance
 * @param timeout how long one answer of a provider may take, to its last byte
 */
record OidcSettings(URI publicUrl, Duration timeout, List<Client> clients) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    OidcSettings {
        clients = List.copyOf(clients);
    }

    /** What a provider knows this instance by. */
    record Client(String name, URI issuer, String clientId, String clientSecret) {

        Client {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "a name in TIDINGS_OIDC_PROVIDERS is a letter and then letters, digits and hyphens, all small: "
                                + name);
            }
            if (!ProviderHttp.isSafe(issuer)) {
                throw new IllegalArgumentException("the issuer of " + name + " is no https address");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @throws IllegalArgumentException when something is missing: a node does not start half configured */
    static OidcSettings of(Environment environment) {
        List<Client> clients = Arrays.stream(
                        environment.getProperty("TIDINGS_OIDC_PROVIDERS", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> client(environment, name))
                .toList();
        String publicUrl = clients.isEmpty() ? "" : required(environment, "TIDINGS_PUBLIC_URL");
        return new OidcSettings(
                URI.create(publicUrl.replaceAll("/+$", "")),
                environment.getProperty("tidings.oidc.timeout", Duration.class, TIMEOUT),
                clients);
    }

    private static Client client(Environment environment, String name) {
        String prefix = "TIDINGS_OIDC_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return new Client(
                name,
                URI.create(required(environment, prefix + "_ISSUER")),
                required(environment, prefix + "_CLIENT_ID"),
                required(environment, prefix + "_CLIENT_SECRET"));
    }

    private static String required(Environment environment, String name) {
        String value = environment.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value.strip();
    }

    /** Where a provider sends browsers back to. */
    URI callbackOf(Client client) {
        return URI.create(publicUrl + "/api/oidc/" + client.name() + "/callback");
    }
}
