package dev.recon.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import dev.recon.server.settings.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is connected to when somebody names an address (S12).
class EgressTest {
    private static final Egress PUBLIC = new Egress(List.of());
    private static final Egress OPEN =
            new Egress(
                    List.of(
                            Network.parse("0.0.0.0/0").orElseThrow(),
                            Network.parse("::/0").orElseThrow()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "198.18.0.1",
                "::1",
                "fd12:3456::1",
                "fec0::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "::7f00:1"
            })
    void privateAddressesAreOpenedByASettingAlone(String text) {
        InetAddress address = InetAddress.ofLiteral(text);

        assertThat(PUBLIC.isAllowed(address)).isFalse();
        assertThat(OPEN.isAllowed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "100.100.100.200",
                "0.0.0.0",
                "::",
                "224.0.0.1",
                "255.255.255.255",
                "ff02::1"
            })
    void metadataAndLinkLocalAddressesAreNeverOpened(String text) {
        assertThat(PUBLIC.isAllowed(InetAddress.ofLiteral(text))).isFalse();
        assertThat(OPEN.isAllowed(InetAddress.ofLiteral(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "172.32.0.1"})
    void publicAddressesAreAllowed(String text) {
        assertThat(PUBLIC.isAllowed(InetAddress.ofLiteral(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "127.1", "localhost", "0"})
    void oddNotationsAndNamesAreJudgedByTheAddressTheyMean(String host) {
        assertThatThrownBy(() -> PUBLIC.resolve(host)).isInstanceOf(InputProblem.class);
    }

    @Test
    void portsOfOtherServicesAreRefused() {
        assertThatThrownBy(() -> PUBLIC.requirePort("example.com", 25))
                .hasMessageContaining("the port 25");
        assertThatCode(() -> PUBLIC.requirePort("example.com", 2222)).doesNotThrowAnyException();
    }

    @Test
    void aSocketChecksTheAddressThatItConnectsTo() throws IOException {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new InetSocketAddress(here.getInetAddress(), here.getLocalPort());
            try (Socket refused = new EgressSockets("").createSocket();
                    Socket let = new EgressSockets("127.0.0.0/8").createSocket()) {
                assertThatThrownBy(() -> refused.connect(address, 1000))
                        .hasMessageContaining("not public");
                let.connect(address, 1000);
                assertThat(let.isConnected()).isTrue();
            }
        }
    }
}
