package tidings.command.web;

import java.util.List;

record RecoveryCodes(List<String> recoveryCodes) {
    @Override
    public String toString() {
        return "RecoveryCodes[…]";
    }
}
