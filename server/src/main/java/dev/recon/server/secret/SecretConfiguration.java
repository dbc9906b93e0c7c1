package dev.recon.server.secret;

import dev.recon.server.platform.Home;
import dev.recon.server.settings.SecretSettings;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The secrets: those of the settings, or our own, made once and kept where only we can read them.
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {
    private static final String SIGNING = "signing";
    private static final String PEPPER = "pepper";

    @Bean
    Secrets secrets(Settings settings, Home home) throws IOException {
        SecretSettings given = settings.secrets();
        if (given.jwt().isPresent() && given.pepper().isPresent()) {
            return new Secrets(given.jwt().get(), given.jwtPrevious(), given.pepper().get());
        }
        Properties kept = kept(home.folder().resolve("secrets"));
        return new Secrets(
                given.jwt().orElseGet(() -> kept.getProperty(SIGNING)),
                given.jwtPrevious(),
                given.pepper().orElseGet(() -> kept.getProperty(PEPPER)));
    }

    private static Properties kept(Path file) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                secrets.load(reader);
            }
        }
        if (secrets.containsKey(SIGNING) && secrets.containsKey(PEPPER)) {
            return secrets;
        }
        secrets.setProperty(SIGNING, Tokens.next());
        secrets.setProperty(PEPPER, Tokens.next());
        write(file, secrets);
        return secrets;
    }

    /// Whole or not at all: first beside it, then in its place.
    private static void write(Path file, Properties secrets) throws IOException {
        Path beside = file.resolveSibling("secrets.new");
        Files.deleteIfExists(beside);
        Files.createFile(
                beside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer =
                Files.newBufferedWriter(beside, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
            secrets.store(
                    writer,
                    "Whoever has these can sign in as anybody. Keep them, and keep"
                            + " them to yourself.");
        }
        Files.move(
                beside,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
