package tidings.query.socket;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.stereotype.Component;
import tidings.access.SessionStanding;
import tidings.query.admission.Admission;
import tidings.query.admission.AdmissionProperties;
import tidings.query.graphql.ErrorCode;
import tools.jackson.databind.json.JsonMapper;

/** What every connection works with. */
@Component
record SocketServices(
        WebGraphQlHandler handler,
        JsonMapper json,
        SignIn signIn,
        SessionStanding standing,
        Admission admission,
        AdmissionProperties limits) {

    static final List<Map<String, Object>> RATE_LIMITED = List.of(Map.of(
            "message",
            "too many operations at once: complete others first",
            "extensions",
            Map.of("code", ErrorCode.RATE_LIMITED.name())));
}
