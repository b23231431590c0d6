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
import tidings.query.identity.ErrorAnswer;
import tidings.query.identity.SocketUpgrade;
import tidings.query.identity.Viewer;
import tidings.query.identity.ViewerFilter;

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
        if (!(request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Permit> permit = admission.request(viewer.id(), request.getRemoteAddr());
        if (permit.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            ErrorAnswer.send(response, 429, "RATE_LIMITED", "too many requests at once: wait for answers first");
            return;
        }
        Permit account = CurrentAccount.set(viewer.id());
        try {
            chain.doFilter(request, response);
        } finally {
            account.close();
            permit.get().close();
        }
    }
}
