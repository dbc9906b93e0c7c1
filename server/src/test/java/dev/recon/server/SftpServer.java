package dev.recon.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// A real server of SFTP in this JVM, on a folder, for one login.
record SftpServer(SshServer server, Path folder) implements AutoCloseable {
    static final String USER = "bank";
    static final String PASSWORD = "heron sluice 41 copper";

    /// Where a source fetches from it.
    ///
    /// @param port its own, or that of a network before it
    Map<String, Object> place(int port) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                port,
                "username",
                USER,
                "folder",
                "/",
                "pattern",
                "*.csv",
                "hostKey",
                hostKey());
    }

    /// The same in a process of its own, for journeys of the browser: it says its port and the
    /// fingerprint of its key, and ends when what it is told ends.
    ///
    /// @param arguments the folder
    static void main(String[] arguments) throws IOException {
        try (SftpServer server = start(Path.of(arguments[0]), 0)) {
            System.out.println("ready: " + server.port() + " " + server.hostKey());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// @param port 0 for any
    static SftpServer start(Path folder, int port) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator(
                (user, password, _) -> user.equals(USER) && password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        try {
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new SftpServer(server, folder);
    }

    int port() {
        return server.getPort();
    }

    /// The fingerprint of its key.
    String hostKey() {
        return KeyUtils.getFingerPrint(keys().iterator().next().getPublic());
    }

    private Iterable<java.security.KeyPair> keys() {
        KeyPairProvider provider = server.getKeyPairProvider();
        try {
            return provider.loadKeys(null);
        } catch (IOException | java.security.GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
