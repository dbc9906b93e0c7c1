package dev.recon.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An authority of our own that signs the certificates of servers in tests, by the JDK's keytool.
///
/// @param certificate its own one, as PEM
record TestAuthority(Path folder, Path certificate) {
    static final String PASSWORD = "osprey";
    private static final String KEYS = "-genkeypair -keyalg EC -groupname secp256r1 -alias ";

    /// What a server proves its name with: certificate and private key as PEM, both as PKCS #12.
    record Keys(Path certificate, Path key, Path store) {}

    static TestAuthority make(Path folder) throws IOException {
        Path store = folder.resolve("authority.p12");
        keytool(store, KEYS + "authority -dname CN=Authority -ext bc:c=ca:true");
        Path certificate = folder.resolve("authority.pem");
        keytool(store, "-exportcert -rfc -alias authority -file " + certificate);
        return new TestAuthority(folder, certificate);
    }

    /// Keys of a server with this name and no other.
    Keys keysFor(String host) throws IOException {
        Path store = folder.resolve(host + ".p12");
        Path asked = folder.resolve(host + ".csr");
        Path signed = folder.resolve(host + ".pem");
        keytool(store, KEYS + "server -dname CN=" + host);
        keytool(store, "-certreq -alias server -file " + asked);
        keytool(
                folder.resolve("authority.p12"),
                "-gencert -rfc -alias authority -ext san=dns:%s -infile %s -outfile %s"
                        .formatted(host, asked, signed));
        keytool(store, "-importcert -noprompt -alias authority -file " + certificate);
        keytool(store, "-importcert -noprompt -alias server -file " + signed);
        return new Keys(signed, privateKey(store, folder.resolve(host + ".key")), store);
    }

    private static Path privateKey(Path store, Path key) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            Key found = keys.getKey("server", PASSWORD.toCharArray());
            String body = Base64.getMimeEncoder().encodeToString(found.getEncoded());
            String frame = "-----%s " + "PRIVATE KEY-----\n";
            Files.writeString(key, frame.formatted("BEGIN") + body + "\n" + frame.formatted("END"));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            return key;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The words are split at blanks, which no path of a test has.
    private static void keytool(Path store, String words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(words.split(" ", -1)));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = process.getInputStream().readAllBytes();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(
                    command + "\n" + new String(said, StandardCharsets.UTF_8));
        }
    }
}
