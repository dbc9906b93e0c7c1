package dev.recon.server.access;

import dev.recon.server.settings.MailSettings.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends mail through the SMTP server of the settings, where they name one.
public final class Mail {
    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
    private static final String TIMEOUT_MILLIS = "10000";

    private final Optional<Server> server;

    public Mail(Optional<Server> server) {
        this.server = server;
    }

    /// A server that takes mail.
    ///
    /// @param security how the connection is protected; with STARTTLS nothing is sent without it
    /// @param pages where people reach the pages, for the links
    public record Server(
            String host,
            int port,
            Optional<String> username,
            String password,
            String from,
            Security security,
            String pages) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// What is said to whom.
    ///
    /// @param path of the page that is linked
    public record Letter(String to, String subject, String text, String path) {}

    /// Can mail be sent at all?
    public boolean isThere() {
        return server.isPresent();
    }

    /// Sends a letter now; false when that could not be done, for the reason in the log.
    public boolean send(Letter letter) {
        if (server.isEmpty()) {
            return false;
        }
        try {
            deliver(server.get(), letter);
            return true;
        } catch (MessagingException failure) {
            LOG.warn("mail could not be sent through {}", server.get(), failure);
            return false;
        }
    }

    private static void deliver(Server server, Letter letter) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host);
        properties.put("mail.smtp.port", Integer.toString(server.port));
        properties.put("mail.smtp.auth", Boolean.toString(server.username.isPresent()));
        String startTls = Boolean.toString(server.security == Security.STARTTLS);
        properties.put("mail.smtp.starttls.required", startTls);
        properties.put("mail.smtp.starttls.enable", startTls);
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to, true));
        String utf8 = StandardCharsets.UTF_8.name();
        message.setSubject(letter.subject, utf8);
        message.setText(letter.text + "\n\n" + server.pages + letter.path + "\n", utf8);
        Transport.send(message, server.username.orElse(null), server.password);
    }
}
