package dev.recon.server.settings;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How people sign in, beside their password.
///
/// @param adminSecondFactor whether an admin without a second factor may do nothing but add one
/// @param roles which role a group of the provider has here, for people who have no account yet
/// @param issuer the OpenID Connect provider that people may sign on with; without it there is none
public record SignOnSettings(
        boolean adminSecondFactor,
        Map<String, String> roles,
        Optional<URI> issuer,
        Optional<String> clientId,
        Optional<String> clientSecret) {
    private static final Pattern ROLE =
            Pattern.compile("([^=]+)=(admin|manager|analyst|viewer|auditor)");

    public SignOnSettings {
        roles = Map.copyOf(roles);
    }

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
                        roles(from),
                        from.address("OIDC_ISSUER", Set.of("http", "https")),
                        from.text("OIDC_CLIENT_ID"),
                        from.password("OIDC_CLIENT_SECRET"));
        boolean whole = signOn.clientId.isPresent() && signOn.clientSecret.isPresent();
        if (signOn.issuer.isPresent() && !whole) {
            from.fault("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.");
        }
        if (signOn.issuer.isPresent() && from.text("PUBLIC_URL").isEmpty()) {
            from.fault("OIDC_ISSUER needs PUBLIC_URL: the provider sends browsers back there.");
        }
        return signOn;
    }

    private static Map<String, String> roles(Environment from) {
        Map<String, String> roles = new HashMap<>();
        for (String pair : from.list("OIDC_ROLES")) {
            Matcher parts = ROLE.matcher(pair);
            if (parts.matches()) {
                roles.put(parts.group(1), parts.group(2));
            } else {
                from.wrong(
                        "OIDC_ROLES",
                        pair,
                        "group=role, with commas between them; roles are admin, manager, analyst,"
                                + " viewer and auditor");
            }
        }
        return roles;
    }
}
