package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.recon.server.People.Browser;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Invitations and forgotten passwords by mail, through a real SMTP server.
class MailTest {
    private final GreenMail post = started();
    private final TestServer server =
            TestServer.fresh(
                    Map.of(
                            "SMTP_HOST", "127.0.0.1",
                            "SMTP_PORT", Integer.toString(post.getSmtp().getPort()),
                            "SMTP_SECURITY", "none",
                            "SMTP_USERNAME", "recon",
                            "SMTP_PASSWORD", "a word for the post",
                            "SMTP_FROM", "recon@example.com",
                            "PUBLIC_URL", "https://recon.example.com/"));
    private final People people = new People(server);
    private final Browser admin = people.admin();

    private static GreenMail started() {
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.setUser("recon@example.com", "recon", "a word for the post");
        post.start();
        return post;
    }

    @AfterEach
    void stop() {
        server.close();
        post.stop();
    }

    @Test
    void anInvitationGoesOutAndItsLinkIsShownToNobodyElse() throws Exception {
        Api.Answer made =
                admin.api()
                        .post(
                                "/api/v1/invitations",
                                Map.of("email", "bob@example.com", "roles", List.of("viewer")))
                        .is(201);

        assertThat(made.json().get("mailed").asBoolean()).isTrue();
        assertThat(made.json().get("link").isNull()).isTrue();
        String link = link(received(1));
        assertThat(link).startsWith("https://recon.example.com/invitation#");
        people.accept(link, "bob@example.com");
    }

    @Test
    void aForgottenPasswordIsMendedByMailAndStrangersLearnNothing() throws Exception {
        Api.Answer known = ask(People.ADMIN).is(202);
        Api.Answer unknown = ask("nobody@example.com").is(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        String link = link(received(1));
        assertThat(link).startsWith("https://recon.example.com/reset#");

        server.api()
                .post(
                        "/api/v1/password-resets/use",
                        Map.of(
                                "token",
                                link.substring(link.indexOf('#') + 1),
                                "password",
                                "ostrich lantern gravel 9 mosaic"))
                .is(204);

        people.signIn(People.ADMIN, "ostrich lantern gravel 9 mosaic").is(200);
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutThePostTheLinkIsHandedOver() {
        post.stop();

        Api.Answer made =
                admin.api()
                        .post(
                                "/api/v1/invitations",
                                Map.of("email", "bob@example.com", "roles", List.of("viewer")))
                        .is(201);

        assertThat(made.json().get("mailed").asBoolean()).isFalse();
        people.accept(made.text("/link"), "bob@example.com");
    }

    private Api.Answer ask(String email) {
        return server.api().post("/api/v1/password-resets", Map.of("email", email));
    }

    private MimeMessage received(int count) {
        assertThat(post.waitForIncomingEmail(20_000, count)).as("mail comes").isTrue();
        return post.getReceivedMessages()[count - 1];
    }

    private static String link(MimeMessage message) throws Exception {
        return String.valueOf(message.getContent())
                .lines()
                .filter(line -> line.startsWith("https://"))
                .findFirst()
                .orElseThrow();
    }
}
