package tidings.access.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import tidings.access.ClientAddresses;

/** Lets everything behind it see the client's address instead of the proxy's. */
public final class ClientAddressFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient ClientAddresses addresses;

    public ClientAddressFilter(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        InetAddress client = addresses.of(
                InetAddress.ofLiteral(request.getRemoteAddr()),
                Collections.list(request.getHeaders(ClientAddresses.HEADER)));
        chain.doFilter(new FromClient(request, client.getHostAddress()), response);
    }

    private static final class FromClient extends HttpServletRequestWrapper {

        private final String address;

        FromClient(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        /** No name server is asked. */
        @Override
        public String getRemoteHost() {
            return address;
        }
    }
}
