package tidings.command.web;

import org.jspecify.annotations.Nullable;

record Posted(@Nullable String id, long seq) {}
