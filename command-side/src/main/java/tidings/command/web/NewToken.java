package tidings.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

record NewToken(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Integer days) {}
