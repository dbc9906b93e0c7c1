package dev.recon.server.people;

import dev.recon.server.access.ApiKeyText;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Makes and ends keys for programs. A key acts for who made it, and may no more than they.
@Service
record ApiKeyService(Authorizer authorizer, ApiKeyStore keys, AuditStore audit) {
    /// A key, and its text this once.
    record Made(ApiKey apiKey, String key) {}

    Page<ApiKey> list(Actor actor, Paging paging) {
        authorizer.authorize(actor, Permission.WRITE_KEYS);
        return keys.list(actor, paging);
    }

    /// What somebody wants a key for.
    record Wanted(String name, List<String> scopes, @Nullable Instant endsAt) {}

    /// Makes a key, in the database transaction of the caller.
    Made add(Actor actor, Wanted wanted) {
        authorizer.authorize(actor, Permission.WRITE_KEYS);
        for (String scope : wanted.scopes) {
            Permission permission =
                    Permission.find(scope)
                            .orElseThrow(() ->
                                    Problem.invalid("#/scopes", "names " + scope + ": no such"));
            if (!actor.permissions().contains(permission)) {
                throw Problem.invalid("#/scopes", "names " + scope + ", which you may not do");
            }
        }
        ApiKeyText text = ApiKeyText.next(Ids.next());
        keys.add(
                actor,
                new ApiKeyStore.New(
                        text.id(), wanted.name, text.hash(), wanted.scopes, wanted.endsAt));
        tell(actor, "key-made", text.id(), Map.of("name", wanted.name, "scopes", wanted.scopes));
        return new Made(find(actor, text.id()), text.text());
    }

    ApiKey revoke(Actor actor, UUID id) {
        authorizer.authorize(actor, Permission.WRITE_KEYS);
        find(actor, id);
        if (!keys.revoke(actor, id)) {
            throw Problem.of(ProblemKind.TAKEN, "The key is revoked already.");
        }
        tell(actor, "key-revoked", id, Map.of());
        return find(actor, id);
    }

    private ApiKey find(Actor actor, UUID id) {
        return keys.find(actor, id).orElseThrow(() -> Problem.notFound("key"));
    }

    private void tell(Actor actor, String action, UUID id, Map<String, Object> details) {
        audit.append(actor, new Deed(action, "api-key", id.toString(), details));
    }
}
