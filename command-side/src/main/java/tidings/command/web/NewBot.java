package tidings.command.web;

import org.jspecify.annotations.Nullable;

record NewBot(@Nullable String username, @Nullable String displayName) {}
