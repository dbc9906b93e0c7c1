package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The one place that says who acts. Until people sign in, it is always the same person in the same
/// workspace, and the server listens on the loopback only.
@Service
public final class AccessService {
    private static final Actor LOCAL =
            new Actor(
                    UUID.fromString("019a0000-0000-7000-8000-000000000001"),
                    new Person(UUID.fromString("019a0000-0000-7000-8000-000000000002"), "local"));

    /// Who acts in this request.
    public Actor actor() {
        return LOCAL;
    }
}
