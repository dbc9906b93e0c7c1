package dev.recon.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A bad network between a client and a server of this machine: it delays, resets connections in
/// the middle, and goes silent with connections open.
final class FaultProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    /// What a connection carries in its middle age.
    private static final int CHUNKS = 30;

    private final ServerSocket door;
    private final int target;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger resets = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;
    private final AtomicInteger resetsLeft = new AtomicInteger();
    private volatile long bytesUntilReset;
    private volatile int resetPercent;
    private volatile boolean silent;

    private FaultProxy(ServerSocket door, int target, long seed) {
        this.door = door;
        this.target = target;
        this.random = new Random(seed);
    }

    /// Stands before a port of this machine.
    static FaultProxy before(int target, long seed) throws IOException {
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FaultProxy proxy = new FaultProxy(door, target, seed);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /// Everything takes so much longer, each way.
    void delay(Duration longer) {
        latency = longer;
    }

    /// So many of a hundred connections are reset by the time they have carried [#CHUNKS].
    void reset(int percent) {
        resetPercent = percent;
    }

    /// The next so many connections are reset once each has carried so many bytes one way.
    void resetAfter(long bytes, int connections) {
        bytesUntilReset = bytes;
        resetsLeft.set(connections);
    }

    /// Nothing goes through any more, and nobody is told.
    void fallSilent(boolean now) {
        silent = now;
    }

    /// How many connections were reset.
    int resets() {
        return resets.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                Pair pair = new Pair(client, server);
                Thread.ofVirtual().start(() -> pump(pair, client, server));
                Thread.ofVirtual().start(() -> pump(pair, server, client));
            }
        } catch (IOException ended) {
            // The door is closed, or what stands behind it is gone: whoever comes is refused.
            open.removeIf(Socket::isClosed);
        }
    }

    private synchronized boolean isDoomed(long carried) {
        if (resetsLeft.get() > 0 && carried >= bytesUntilReset) {
            resetsLeft.decrementAndGet();
            return true;
        }
        return random.nextInt(100 * CHUNKS) < resetPercent;
    }

    private record Pair(Socket client, Socket server) {
        void end(boolean withReset) throws IOException {
            for (Socket socket : Set.of(client, server)) {
                if (withReset && !socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            }
        }
    }

    private void pump(Pair pair, Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int length;
            long carried = 0;
            while ((length = in.read(buffer)) >= 0) {
                while (silent) {
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
                LockSupport.parkNanos(latency.toNanos());
                carried += length;
                if (isDoomed(carried)) {
                    resets.incrementAndGet();
                    pair.end(true);
                    return;
                }
                out.write(buffer, 0, length);
                out.flush();
            }
            pair.end(false);
        } catch (IOException ended) {
            open.remove(from);
        }
    }
}
