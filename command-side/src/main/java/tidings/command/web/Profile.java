package tidings.command.web;

import org.jspecify.annotations.Nullable;

record Profile(@Nullable String displayName) {}
