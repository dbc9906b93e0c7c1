package dev.recon.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/// How a look tells a connection that broke off.
class LookTest {
    @Test
    void whatTheMachineSaysIsTold() throws IOException {
        IOException refused = assertThrows(IOException.class, LookTest::connectToNobody);

        assertThat(found(new IOException("the transfer ended", refused)))
                .isEqualTo("a connection that broke off (Connection refused)");
    }

    @Test
    void whatALibrarySaysIsNot() {
        IOException closing = new IOException("Closing: [Subsystem[id=0]-SessionImpl[u@/1]]");

        assertThat(found(closing)).isEqualTo("a connection that broke off");
        assertThat(found(new IOException("no file", closing)))
                .isEqualTo("a connection that broke off");
    }

    private static String found(IOException failure) {
        return Look.broken("bank.csv", failure).found();
    }

    private static void connectToNobody() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
            free = taken.getLocalPort();
        }
        new Socket(loopback, free).close();
    }
}
