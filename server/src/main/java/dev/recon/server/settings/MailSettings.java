package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.util.Optional;

/// Through which server mail goes out; without a host none does.
public record MailSettings(
        Optional<String> host,
        int port,
        Optional<String> username,
        Optional<String> password,
        Optional<String> from,
        Security security) {
    private static final int PORT_DEFAULT = 587;

    /// How the connection to the mail server is protected.
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }

    static MailSettings read(Environment environment) {
        MailSettings mail =
                new MailSettings(
                        environment.text("SMTP_HOST"),
                        environment.small(
                                "SMTP_PORT", new Range(1, HttpSettings.PORT_MAX), PORT_DEFAULT),
                        environment.text("SMTP_USERNAME"),
                        environment.password("SMTP_PASSWORD"),
                        environment.text("SMTP_FROM"),
                        environment.word("SMTP_SECURITY", Security.STARTTLS));
        if (mail.host.isPresent() && mail.from.isEmpty()) {
            environment.fault("SMTP_FROM is missing; SMTP_HOST needs an address to send from.");
        }
        return mail;
    }
}
