package dev.recon.server.access;

import dev.recon.server.settings.MailSettings;
import dev.recon.server.settings.Settings;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Mail as the settings have it.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    Mail mail(Settings settings) {
        MailSettings mail = settings.mail();
        String pages =
                settings.http()
                        .publicUrl()
                        .map(URI::toString)
                        .orElseGet(() -> "http://localhost:" + settings.http().port());
        return new Mail(
                mail.host()
                        .map(host ->
                                new Mail.Server(
                                        host,
                                        mail.port(),
                                        mail.username(),
                                        mail.password().orElse(""),
                                        mail.from().orElseThrow(),
                                        mail.security(),
                                        pages.replaceAll("/+$", ""))));
    }
}
