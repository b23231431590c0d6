package tidings.command.apitoken;

import static tidings.command.web.Parameters.required;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;

@RestController
class BotController {

    private final Bots bots;

    BotController(Bots bots) {
        this.bots = bots;
    }

    record NewBot(@Nullable String username, @Nullable String displayName) {}

    record CreatedBot(String id, String username) {}

    @PostMapping("/api/bots")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedBot create(Identity caller, @RequestBody NewBot bot) {
        Username wished = new Username(required(bot.username(), "username"));
        String displayName = bot.displayName() == null ? wished.value() : bot.displayName();
        Bots.Bot created = bots.create(caller.accountId(), wished, new DisplayName(displayName), Bots.Kind.PROGRAM);
        return new CreatedBot(created.id().toString(), created.username().value());
    }
}
