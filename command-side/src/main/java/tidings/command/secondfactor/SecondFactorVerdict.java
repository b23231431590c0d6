package tidings.command.secondfactor;

/** What a sign-in showed beside the password. */
public enum SecondFactorVerdict {
    NOT_NEEDED,
    RIGHT,
    MISSING,
    WRONG
}
