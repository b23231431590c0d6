package tidings.command.throttle;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a device's token where no script reaches it. It opens nothing: it says from which device a guess comes.
 *
 * @param secure whether browsers find this instance by https: then nobody else, not even a neighbouring host, can set it
 *     (RFC 6265bis)
 */
public record DeviceCookie(boolean secure) {

    private static final String NAME = "tidings_device";
    private static final int MAX_LENGTH = 64;

    Origin origin(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name());
        String value = cookie == null ? "" : cookie.getValue();
        return value.isEmpty() || value.length() > MAX_LENGTH
                ? Origin.at(request.getRemoteAddr())
                : new Origin(request.getRemoteAddr(), new DeviceToken(value));
    }

    /** The value of a {@code Set-Cookie} header. */
    public String set(DeviceToken device) {
        return ResponseCookie.from(name(), device.text())
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(Duration.ofDays(DeviceToken.GOOD_FOR_DAYS))
                .build()
                .toString();
    }

    private String name() {
        return secure ? "__Host-" + NAME : NAME;
    }
}
