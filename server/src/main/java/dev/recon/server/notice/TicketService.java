package dev.recon.server.notice;

import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Scope;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Makes tickets and takes them: one opens one socket, within half a minute, and the socket ends
/// with the token that the ticket was asked for with.
@Service
record TicketService(TicketStore store, Authorizer authorizer) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final Pattern TICKET =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[A-Za-z0-9_-]{32}");
    private static final Pattern ENDS = Pattern.compile("\"exp\":(\\d{1,12})[,}]");

    record Made(String ticket, Instant endsAt) {}

    /// A ticket for somebody who showed this credential, which was checked before.
    Made make(Actor actor, @Nullable String authorization) {
        authorizer.authorize(actor, Permission.READ_WORK);
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String ticket =
                actor.workspaceId()
                        + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = Instant.now();
        store.add(actor, ticket, end(now, authorization));
        return new Made(ticket, now.plus(Limits.TICKET));
    }

    /// What a ticket opens; it cannot be used again.
    Optional<TicketStore.Admitted> use(@Nullable String ticket) {
        Matcher found = TICKET.matcher(ticket == null ? "" : ticket);
        if (!found.matches()) {
            return Optional.empty();
        }
        UUID workspaceId = UUID.fromString(found.group(1));
        return Scope.in(workspaceId, () -> store.use(workspaceId, found.group()));
    }

    /// A token says itself when it ends (`exp`); a key does not, and its sockets come back anew.
    private static Instant end(Instant now, @Nullable String authorization) {
        Instant latest = now.plus(Limits.LIVE_STREAM);
        String[] parts = authorization == null ? new String[0] : authorization.split("\\.", -1);
        if (parts.length != 3) {
            return latest;
        }
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        Matcher ends = ENDS.matcher(claims);
        Instant end = ends.find() ? Instant.ofEpochSecond(Long.parseLong(ends.group(1))) : latest;
        return end.isBefore(latest) ? end : latest;
    }
}
