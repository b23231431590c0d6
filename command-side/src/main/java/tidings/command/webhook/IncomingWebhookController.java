package tidings.command.webhook;

import static tidings.command.web.Parameters.required;

import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.command.dispatch.Outcome;
import tidings.command.web.Parameters;

/** The addresses that other systems post to: whoever has one needs no token. */
@RestController
class IncomingWebhookController {

    private final Webhooks webhooks;

    IncomingWebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    record PostedMessage(@Nullable String id, long seq) {}

    @PermitAll
    @PostMapping("/api/hooks/{secret}")
    @ResponseStatus(HttpStatus.CREATED)
    PostedMessage post(
            @PathVariable String secret,
            @RequestBody IncomingPost post,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        String body = post.markdown();
        if (key != null) {
            Parameters.clientMessageId(key);
        }
        Outcome.Accepted accepted =
                webhooks.post(secret, body, key).orElseThrow(() -> Parameters.notFound("no such webhook"));
        return new PostedMessage(
                accepted.messageId() == null ? null : accepted.messageId().toString(), accepted.seq());
    }
}
