package tidings.launcher.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What nobody foresaw, for a person to read. */
final class UnexpectedFailure {
    private UnexpectedFailure() {}

    /** One line about what nobody foresaw: what of the file system failed, or a bug. */
    static String describe(Exception failure) {
        return switch (failure) {
            case AccessDeniedException e -> "no permission for " + e.getFile();
            case NoSuchFileException e -> e.getFile() + " is missing";
            case FileSystemException e -> e.getFile() + ": " + e.getReason();
            case IOException e -> String.valueOf(e.getMessage());
            default -> "unexpected: " + failure + " (" + Tidings.DEBUG + "=1 shows where)";
        };
    }
}
