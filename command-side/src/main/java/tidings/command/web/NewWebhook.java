package tidings.command.web;

import org.jspecify.annotations.Nullable;

record NewWebhook(@Nullable String name) {}
