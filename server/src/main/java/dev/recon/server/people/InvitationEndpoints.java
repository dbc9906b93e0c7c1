package dev.recon.server.people;

import dev.recon.server.access.Client;
import dev.recon.server.access.LinkStore;
import dev.recon.server.access.OpenToAll;
import dev.recon.server.access.SessionCookies;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Invitations over HTTP.
@RestController
record InvitationEndpoints(
        InvitationService service,
        JoiningService joining,
        SessionCookies cookies,
        TransactionTemplate transaction) {
    private static final String ROOT = "/api/v1/invitations";

    record NewInvitation(String email, List<String> roles) {
        NewInvitation {
            email = Checks.email("#/email", email);
            roles = Roles.checked("#/roles", Checks.present("#/roles", roles));
            if (roles.isEmpty()) {
                throw Problem.invalid("#/roles", "must name a role");
            }
        }
    }

    record InvitationMade(LinkStore.Invitation invitation, boolean mailed, @Nullable String link) {}

    record Token(String token) {
        Token {
            token = Checks.text("#/token", token, 200);
        }
    }

    record InvitationSeen(
            String email,
            String workspace,
            String by,
            List<String> roles,
            boolean accountExists,
            Instant endsAt) {}

    record InvitationAccepted(
            String token, @Nullable String name, String password, @Nullable String code) {
        InvitationAccepted {
            token = Checks.text("#/token", token, 200);
            password = Checks.present("#/password", password);
        }
    }

    @GetMapping(ROOT)
    Page<LinkStore.Invitation> list(Actor actor, Paging paging) {
        return service.list(actor, paging);
    }

    @PostMapping(ROOT)
    ResponseEntity<InvitationMade> invite(Actor actor, @RequestBody NewInvitation wanted) {
        InvitationService.Made made =
                Objects.requireNonNull(
                        transaction.execute(
                                _ -> service.invite(actor, wanted.email, wanted.roles)));
        boolean mailed = service.send(made);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        new InvitationMade(
                                made.invitation(), mailed, mailed ? null : made.letter().path()));
    }

    @PostMapping(ROOT + "/{invitationId}/revoke")
    LinkStore.Invitation revoke(Actor actor, @PathVariable UUID invitationId) {
        return Objects.requireNonNull(
                transaction.execute(_ -> service.revoke(actor, invitationId)));
    }

    @OpenToAll
    @PostMapping(ROOT + "/look")
    InvitationSeen look(@RequestBody Token wanted) {
        JoiningService.Seen seen = joining.look(wanted.token);
        LinkStore.Invitation invitation = seen.led().invitation();
        return new InvitationSeen(
                invitation.email(),
                seen.led().workspace().name(),
                invitation.by().name(),
                invitation.roles(),
                seen.accountExists(),
                invitation.endsAt());
    }

    @OpenToAll
    @PostMapping(ROOT + "/accept")
    ResponseEntity<Object> accept(@RequestBody InvitationAccepted wanted, HttpServletRequest http) {
        return cookies.answer(
                joining.accept(
                        new JoiningService.Accepted(
                                wanted.token, wanted.name, wanted.password, wanted.code),
                        Client.of(http)));
    }
}
