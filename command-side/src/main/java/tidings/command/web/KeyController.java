package tidings.command.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.session.PublicKeys;

@RestController
class KeyController {

    private final PublicKeys keys;

    KeyController(PublicKeys keys) {
        this.keys = keys;
    }

    @Anonymous
    @GetMapping(path = "/.well-known/jwks.json", produces = "application/json")
    Map<String, Object> jwks() {
        return keys.asJwkSet();
    }
}
