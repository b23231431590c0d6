package tidings.query.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tidings.events.Ids;

/** The internal API of replays and digests. */
@RestController
@RequestMapping("/internal")
final class ReplayController {

    private final Replays replays;
    private final ReplayStore store;
    private final DigestQueries digests;

    ReplayController(Replays replays, ReplayStore store, DigestQueries digests) {
        this.replays = replays;
        this.store = store;
        this.digests = digests;
    }

    @PostMapping("/replays")
    ResponseEntity<Object> begin() {
        Optional<UUID> begun = replays.begin();
        return begun.<ResponseEntity<Object>>map(id -> ResponseEntity.accepted().body(Map.of("id", id.toString())))
                .orElseGet(() -> problem(HttpStatus.CONFLICT, "CONFLICT", "a replay is running already"));
    }

    /** The replay that runs, or the last one. */
    @GetMapping("/replays/current")
    ResponseEntity<Object> current() {
        return store.latest()
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "no replay has run yet"));
    }

    /** It stops at its next step; the live tables stay as they are. */
    @PostMapping("/replays/current/cancel")
    ResponseEntity<Object> cancel() {
        return store.latest()
                .filter(latest -> store.cancel(latest.id()))
                .<ResponseEntity<Object>>map(latest ->
                        ResponseEntity.accepted().body(Map.of("id", latest.id().toString())))
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "no replay is running"));
    }

    @GetMapping("/replays/{id}")
    ResponseEntity<Object> status(@PathVariable String id) {
        return parsed(id)
                .flatMap(store::find)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "there is no such replay"));
    }

    @GetMapping("/digests")
    Map<String, List<DigestQueries.Digest>> digests() {
        return Map.of("tables", digests.live());
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(Ids.canonicalUuid(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return ResponseEntity.status(status).body(problem);
    }
}
