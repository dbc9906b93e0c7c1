package dev.recon.server.people;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Words;
import java.util.List;

/// The roles that there are; what each may is data.
///
/// @param permissions all that there are, with what they are about
record Roles(List<Role> roles, List<About> permissions) {
    static final List<String> NAMES = List.of("admin", "manager", "analyst", "viewer", "auditor");

    /// One role and what it may.
    record Role(String name, List<String> permissions) {}

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
