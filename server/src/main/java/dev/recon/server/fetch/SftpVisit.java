package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.egress.Egress;
import dev.recon.server.platform.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/// A connection to a server that speaks SFTP (SSH File Transfer Protocol, version 3). Before the
/// server has shown the key that a person confirmed, nothing that is secret is sent.
final class SftpVisit implements Visit {
    private final SftpFolder place;
    private final SshClient client;
    private final SftpClient sftp;

    private SftpVisit(SftpFolder place, SshClient client, SftpClient sftp) {
        this.place = place;
        this.client = client;
        this.sftp = sftp;
    }

    /// @throws UnconfirmedHostKey when no key of the server was confirmed yet
    static SftpVisit open(SftpFolder place, String secret, Egress egress) throws IOException {
        egress.requirePort(place.host(), place.port());
        InetAddress address = egress.resolve(place.host()).getFirst();
        AtomicReference<@Nullable String> seen = new AtomicReference<>();
        SshClient client = client(place, seen);
        boolean opened = false;
        try {
            SftpClient sftp = open(client, new Login(place, secret, address, seen));
            opened = true;
            return new SftpVisit(place, client, sftp);
        } finally {
            if (!opened) {
                client.stop();
            }
        }
    }

    private record Login(
            SftpFolder place,
            String secret,
            InetAddress address,
            AtomicReference<@Nullable String> seen) {}

    /// Knows nothing of the keys, hosts and agents of whoever runs this process.
    private static SshClient client(SftpFolder place, AtomicReference<@Nullable String> seen) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(null);
        client.setNioWorkers(1);
        client.setServerKeyVerifier((_, _, key) -> {
            String fingerprint = KeyUtils.getFingerPrint(key);
            seen.set(fingerprint);
            return fingerprint.equals(place.hostKey());
        });
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Limits.PLACE_SILENCE);
        client.start();
        return client;
    }

    private static SftpClient open(SshClient client, Login login) throws IOException {
        SftpFolder place = login.place;
        ClientSession session;
        try {
            HostConfigEntry entry =
                    new HostConfigEntry(
                            place.host(),
                            login.address.getHostAddress(),
                            place.port(),
                            place.username());
            session = client.connect(entry).verify(Limits.PLACE_CONNECT).getSession();
        } catch (IOException failure) {
            throw unreachable(place, failure);
        }
        identify(session, login.secret);
        try {
            session.auth().verify(Limits.PLACE_CONNECT);
        } catch (IOException failure) {
            requireHostKey(place, login.seen.get());
            throw refused(place, failure);
        }
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void identify(ClientSession session, String secret) {
        if (!secret.startsWith("-----BEGIN")) {
            session.addPasswordIdentity(secret);
            return;
        }
        try (InputStream key = new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8))) {
            Iterable<KeyPair> pairs =
                    SecurityUtils.loadKeyPairIdentities(
                            session, NamedResource.ofName("key"), key, FilePasswordProvider.EMPTY);
            if (pairs == null) {
                throw badKey();
            }
            pairs.forEach(session::addPublicKeyIdentity);
        } catch (IOException | GeneralSecurityException _) {
            throw badKey();
        }
    }

    private static InputProblem badKey() {
        return new InputProblem(
                new Problem(
                        "the private key",
                        "a text that is no key, or one with a passphrase",
                        "an OpenSSH or PEM key without a passphrase",
                        "Paste the whole file, from BEGIN to END."));
    }

    private static void requireHostKey(SftpFolder place, @Nullable String seen) {
        if (seen == null || seen.equals(place.hostKey())) {
            return;
        }
        if (place.hostKey() == null) {
            throw new UnconfirmedHostKey(seen);
        }
        throw new InputProblem(
                new Problem(
                        place.label(),
                        "the host key " + seen,
                        "the confirmed one, " + place.hostKey(),
                        "Ask whoever runs that server whether its key was changed; if so, confirm"
                                + " the new one. If not, somebody stands in between."));
    }

    private static InputProblem unreachable(SftpFolder place, IOException failure) {
        return new InputProblem(
                new Problem(
                        place.label(),
                        "no answer (" + failure.getMessage() + ")",
                        "a server that speaks SSH",
                        "Look at host and port, and whether a firewall lets this server through."));
    }

    private static InputProblem refused(SftpFolder place, IOException failure) {
        return new InputProblem(
                new Problem(
                        place.label(),
                        "a server that lets "
                                + place.username()
                                + " not in ("
                                + failure.getMessage()
                                + ")",
                        "a login",
                        "Look at the user name, and give the password or private key again."));
    }

    @Override
    public List<RemoteFile> list() throws IOException {
        NamePattern pattern = new NamePattern(place.pattern());
        record Dated(RemoteFile file, FileTime changedAt) {}
        List<Dated> found = new ArrayList<>();
        int looked = 0;
        for (SftpClient.DirEntry entry : entries()) {
            if (++looked > Limits.PLACE_FILES_MAX) {
                throw new InputProblem(
                        new Problem(
                                place.label(),
                                "more than " + Limits.PLACE_FILES_MAX + " files",
                                "a folder that can be listed at each look",
                                "Move the old files elsewhere."));
            }
            SftpClient.Attributes is = entry.getAttributes();
            String name = entry.getFilename();
            if (is.isRegularFile() && name.indexOf('/') < 0 && pattern.fits(name)) {
                FileTime at = is.getModifyTime();
                found.add(new Dated(new RemoteFile(name, is.getSize(), at.toString()), at));
            }
        }
        found.sort(Comparator.comparing(Dated::changedAt).thenComparing(one -> one.file.name()));
        return found.stream().map(Dated::file).toList();
    }

    private Iterable<SftpClient.DirEntry> entries() throws IOException {
        try {
            return sftp.readEntries(place.folder());
        } catch (UncheckedIOException failure) {
            throw refusedFolder(failure.getCause());
        } catch (SftpException failure) {
            throw refusedFolder(failure);
        }
    }

    private InputProblem refusedFolder(@Nullable IOException failure) {
        String said = failure == null ? "" : String.valueOf(failure.getMessage());
        return new InputProblem(
                new Problem(
                        place.label(),
                        "the answer " + said,
                        "a folder that " + place.username() + " may list",
                        "Look at the folder: it begins at the root that the login sees."));
    }

    @Override
    public InputStream open(RemoteFile file) throws IOException {
        return sftp.read(path(file));
    }

    @Override
    public boolean isUnchanged(RemoteFile file) throws IOException {
        SftpClient.Attributes is = sftp.lstat(path(file));
        return is.getSize() == file.bytes() && is.getModifyTime().toString().equals(file.mark());
    }

    private String path(RemoteFile file) {
        return place.folder().replaceFirst("/$", "") + "/" + file.name();
    }

    @Override
    public void close() {
        client.stop();
    }
}
