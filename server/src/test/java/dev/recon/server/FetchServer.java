package dev.recon.server;

import java.util.Map;

/// One server that may fetch from this machine, for all tests of a JVM.
final class FetchServer {
    static final TestServer SERVER =
            TestServer.start(Map.of("EGRESS_NETWORKS", "127.0.0.0/8,::1/128"));

    private FetchServer() {}
}
