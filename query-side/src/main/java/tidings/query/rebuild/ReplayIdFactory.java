package tidings.query.rebuild;

import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
final class ReplayIdFactory {

    UUID next() {
        return UUID.randomUUID();
    }
}
