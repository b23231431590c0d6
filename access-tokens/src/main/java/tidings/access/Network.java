package tidings.access;

import java.math.BigInteger;
import java.net.InetAddress;

/** Addresses that share their first bits, as in 10.0.0.0/8; without bits, one address. */
record Network(BigInteger address, int size, int bits) {

    Network {
        if (bits < 0 || bits > size) {
            throw new IllegalArgumentException("a network has at most " + size + " bits");
        }
    }

    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
        return new Network(new BigInteger(1, address), address.length * 8, bits);
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        return bytes.length * 8 == size
                && new BigInteger(1, bytes).xor(address).shiftRight(size - bits).signum() == 0;
    }
}
