package dev.recon.server.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Which certificates the server believes when it goes out: those that the JDK's authorities have
/// signed, and where a file of authorities is named, those of its authorities too.
public final class Certificates {
    private Certificates() {}

    /// What certificates are checked with.
    ///
    /// @param file authorities as PEM; an empty path for none but those of the JDK
    public static TrustManager[] trusted(Path file) {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate known : knownToTheJdk()) {
                all.setCertificateEntry("authority-" + number++, known);
            }
            if (!file.toString().isEmpty()) {
                for (Certificate own : read(file)) {
                    all.setCertificateEntry("authority-" + number++, own);
                }
            }
            return trustManagers(all);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("certificates cannot be read: " + file, failure);
        }
    }

    /// Encrypts connections to whoever shows a certificate that is believed.
    static SSLContext context(Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted(file), null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK has no TLS", failure);
        }
    }

    private static Collection<? extends Certificate> read(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static X509Certificate[] knownToTheJdk() throws GeneralSecurityException {
        return Arrays.stream(trustManagers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    private static TrustManager[] trustManagers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
