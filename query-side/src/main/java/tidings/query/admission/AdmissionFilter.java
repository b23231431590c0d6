package tidings.query.admission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tidings.access.Identity;
import tidings.query.access.ErrorAnswer;
import tidings.query.access.SocketUpgrade;
import tidings.query.access.ViewerFilter;

/** Counts the requests of the verified caller, from before they wait for anything until they are answered. */
@Component
@Order(ViewerFilter.FIRST + 1)
final class AdmissionFilter extends OncePerRequestFilter {

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    /** A socket is counted by its own rules. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SocketUpgrade.asks(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(ViewerFilter.VIEWER) instanceof Identity viewer)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Permit> permit = admission.request(viewer.accountId(), request.getRemoteAddr());
        if (permit.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            ErrorAnswer.send(response, 429, "RATE_LIMITED", "too many requests at once: wait for answers first");
            return;
        }
        Permit account = CurrentAccount.set(viewer.accountId());
        try {
            chain.doFilter(request, response);
        } finally {
            account.close();
            permit.get().close();
        }
    }
}
