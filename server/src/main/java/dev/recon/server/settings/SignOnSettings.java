package dev.recon.server.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// The OpenID Connect provider that people may sign on with; without an issuer there is none.
public record SignOnSettings(
        Optional<URI> issuer, Optional<String> clientId, Optional<String> clientSecret) {
    @Override
    public String toString() {
        return "SignOnSettings[" + issuer + "]";
    }

    static SignOnSettings read(Environment from) {
        SignOnSettings signOn =
                new SignOnSettings(
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
