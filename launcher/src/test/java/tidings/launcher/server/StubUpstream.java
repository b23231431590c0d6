package tidings.launcher.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service behind nginx: answers every request with its name and what it got, and takes WebSocket handshakes. */
final class StubUpstream implements AutoCloseable {
    private final String name;
    private final ServerSocket socket;
    private final List<String> requests = new ArrayList<>();
    private int status = 200;
    private boolean hangsUp;
    private boolean readsNoBody;

    StubUpstream(String name) throws IOException {
        this.name = name;
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized void answerWith(int newStatus) {
        status = newStatus;
    }

    /** From now on it closes each connection after it has read the request. */
    synchronized void hangUp() {
        hangsUp = true;
    }

    /** From now on it answers as soon as it has the head of a request. */
    synchronized void readNoBody() {
        readsNoBody = true;
    }

    private synchronized boolean readsBodies() {
        return !readsNoBody;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            String line;
            while ((line = in.readLine()) != null) {
                Map<String, String> headers = headers(in);
                if (readsBodies()) {
                    in.skip(Long.parseLong(headers.getOrDefault("content-length", "0")));
                }
                byte[] answer = answer(line, headers);
                if (answer.length == 0) {
                    return;
                }
                connection.getOutputStream().write(answer);
            }
        } catch (IOException e) {
            // nginx went away; the test sees what it got
        }
    }

    private static Map<String, String> headers(BufferedReader in) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String line;
        while ((line = in.readLine()) != null && !line.isEmpty()) {
            headers.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        return headers;
    }

    private synchronized byte[] answer(String request, Map<String, String> headers) {
        requests.add(request);
        if (hangsUp) {
            return new byte[0];
        }
        String key = headers.get("Sec-WebSocket-Key");
        String text;
        if (key != null) {
            text =
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + accept(key) + "\r\n\r\n";
        } else {
            String body = name + " " + request + " " + headers;
            text = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
