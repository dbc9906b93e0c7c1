package dev.recon.server.people;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Words;
import java.util.List;

/// The roles that there are; what each may is data.
///
/// @param permissions all that there are, with what they are about
record Roles(List<Role> roles, List<About> permissions) {
    static final List<String> NAMES = List.of("admin", "manager", "analyst", "viewer", "auditor");

    /// The version of a role that was never changed.
    static final int FIRST_VERSION = 1;

    /// One role and what it may.
    ///
    /// @param version grows with each edit
    record Role(String name, List<String> permissions, int version) {}

    /// The version of a role.
    int version(String role) {
        return roles.stream()
                .filter(one -> one.name.equals(role))
                .findFirst()
                .orElseThrow()
                .version;
    }

    /// A permission and what it is about.
    record About(String name, String about) {}

    /// Roles that a request names, each once and none unknown.
    static List<String> checked(String pointer, List<String> roles) {
        roles.forEach(role -> Words.oneOf(pointer, role, NAMES));
        if (roles.stream().distinct().count() != roles.size()) {
            throw Problem.invalid(pointer, "must name each role once");
        }
        return List.copyOf(roles);
    }
}
