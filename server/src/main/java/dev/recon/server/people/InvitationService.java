package dev.recon.server.people;

import dev.recon.server.access.Account;
import dev.recon.server.access.LinkStore;
import dev.recon.server.access.Mail;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Invites people to a workspace, and takes invitations back.
@Service
record InvitationService(
        Authorizer authorizer, LinkStore links, PersonStore people, Mail mail, AuditStore audit) {
    private static final Duration LIFETIME = Duration.ofDays(7);

    /// An invitation and its link, which goes out when the invitation is kept.
    record Made(LinkStore.Invitation invitation, Mail.Letter letter) {}

    Page<LinkStore.Invitation> list(Actor actor, Paging paging) {
        authorizer.authorize(actor, Permission.WRITE_PEOPLE);
        return links.invitations(actor.workspaceId(), paging);
    }

    /// Makes an invitation, in the database transaction of the caller; an earlier one to the same
    /// address ends.
    Made invite(Actor actor, String email, List<String> roles) {
        authorizer.authorize(actor, Permission.WRITE_PEOPLE);
        people.lock(actor);
        String normal = Account.normal(email);
        if (people.isEmail(actor, normal)) {
            throw Problem.of(
                    ProblemKind.TAKEN, "Somebody with this address is in the workspace already.");
        }
        links.revokeInvitations(actor.workspaceId(), null, normal);
        UUID id = Ids.next();
        String token =
                links.add(
                        id,
                        new LinkStore.NewInvitation(
                                actor.workspaceId(), normal, roles, actor.person().id(), LIFETIME));
        tell(actor, "person-invited", id, Map.of("roles", roles));
        String text =
                actor.person().name()
                        + " invites you to reconcile with them. This link works once, for a week.";
        return new Made(
                find(actor, id),
                new Mail.Letter(normal, "An invitation to Recon", text, "/invitation#" + token));
    }

    /// Sends what was made; false when it has to be handed over.
    boolean send(Made made) {
        return mail.send(made.letter);
    }

    LinkStore.Invitation revoke(Actor actor, UUID id) {
        authorizer.authorize(actor, Permission.WRITE_PEOPLE);
        find(actor, id);
        if (links.revokeInvitations(actor.workspaceId(), id, null) == 0) {
            throw Problem.of(ProblemKind.TAKEN, "It is accepted or revoked already.");
        }
        tell(actor, "invitation-revoked", id, Map.of());
        return find(actor, id);
    }

    private LinkStore.Invitation find(Actor actor, UUID id) {
        return links.invitation(actor.workspaceId(), id)
                .orElseThrow(() -> Problem.notFound("invitation"));
    }

    private void tell(Actor actor, String action, UUID id, Map<String, Object> details) {
        audit.append(actor, new Deed(action, "invitation", id.toString(), details));
    }
}
