package dev.recon.server.egress;

import dev.recon.server.settings.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/// Sockets that check the address when they connect, for drivers that resolve names themselves and
/// are told the class of their sockets.
public final class EgressSockets extends SocketFactory {
    /// For which server a driver makes its sockets on this thread, where it is told their class
    /// only.
    public static final ScopedValue<Egress> GOING = ScopedValue.newInstance();

    private final Egress egress;

    /// Sockets of the server that is bound to [#GOING].
    public EgressSockets() {
        this.egress = GOING.get();
    }

    /// @param networks those of [Egress#listedNetworks]
    public EgressSockets(String networks) {
        this.egress =
                new Egress(
                        Stream.of(networks.split(",", -1))
                                .map(Network::parse)
                                .flatMap(Optional::stream)
                                .toList());
    }

    @Override
    public Socket createSocket() {
        return new Checked(egress);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) {
        throw unconnected();
    }

    private static UnsupportedOperationException unconnected() {
        return new UnsupportedOperationException("take a socket, then connect it");
    }

    private static final class Checked extends Socket {
        private final Egress egress;

        Checked(Egress egress) {
            this.egress = egress;
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int timeoutMillis) throws IOException {
            boolean isAllowed =
                    to instanceof InetSocketAddress internet
                            && !internet.isUnresolved()
                            && egress.isAllowed(internet.getAddress());
            if (!isAllowed) {
                throw new IOException("the address is not public, and in no listed network");
            }
            super.connect(to, timeoutMillis);
        }
    }
}
