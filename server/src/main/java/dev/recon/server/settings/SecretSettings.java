package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The keys of sign-in. What is not given is made once and kept in the home folder, which is right
/// for one server and wrong for two.
///
/// @param jwt signs access tokens
/// @param jwtPrevious still verifies them, while keys are changed
/// @param pepper the key under which passwords are hashed; it never changes
/// @param passwordCost the work of a hash: bcrypt's cost, each step twice as much
public record SecretSettings(
        Optional<String> jwt,
        Optional<String> jwtPrevious,
        Optional<String> pepper,
        int passwordCost) {
    private static final int BYTES_MIN = 32;
    private static final Range COSTS = new Range(10, 15);
    private static final int COST_DEFAULT = 12;

    @Override
    public String toString() {
        return "SecretSettings[hidden]";
    }

    static SecretSettings read(Environment from) {
        return new SecretSettings(
                key(from, "JWT_SECRET"),
                key(from, "JWT_SECRET_PREVIOUS"),
                key(from, "PASSWORD_PEPPER"),
                from.small("PASSWORD_COST", COSTS, COST_DEFAULT));
    }

    private static Optional<String> key(Environment from, String name) {
        Optional<String> key = from.password(name);
        int bytes = key.map(text -> text.getBytes(StandardCharsets.UTF_8).length).orElse(BYTES_MIN);
        if (bytes < BYTES_MIN) {
            from.fault(
                    name
                            + " has "
                            + bytes
                            + " bytes; expected at least "
                            + BYTES_MIN
                            + ". Make one: openssl rand -base64 48");
        }
        return key;
    }
}
