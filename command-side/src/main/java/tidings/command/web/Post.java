package tidings.command.web;

import org.jspecify.annotations.Nullable;

/** {@code text} is what other systems call it. */
record Post(@Nullable String body, @Nullable String text) {}
