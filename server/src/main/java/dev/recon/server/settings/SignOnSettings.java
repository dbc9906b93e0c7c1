package dev.recon.server.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// How people sign in, beside their password.
///
/// @param adminSecondFactor whether an admin without a second factor may do nothing but add one
/// @param issuer the OpenID Connect provider that people may sign on with; without it there is none
public record SignOnSettings(
        boolean adminSecondFactor,
        Optional<URI> issuer,
        Optional<String> clientId,
        Optional<String> clientSecret) {
    @Override
    public String toString() {
        return "SignOnSettings[" + issuer + "]";
    }

    static SignOnSettings read(Environment from) {
        // With a database of its own a server is one person's, on one machine.
        boolean isShared = from.secret("DATABASE_URL").isPresent();
        SignOnSettings signOn =
                new SignOnSettings(
                        from.flag("ADMIN_SECOND_FACTOR", isShared),
                        from.address("OIDC_ISSUER", Set.of("http", "https")),
                        from.text("OIDC_CLIENT_ID"),
                        from.password("OIDC_CLIENT_SECRET"));
        boolean whole = signOn.clientId.isPresent() && signOn.clientSecret.isPresent();
        if (signOn.issuer.isPresent() && !whole) {
            from.fault("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.");
        }
        return signOn;
    }
}
