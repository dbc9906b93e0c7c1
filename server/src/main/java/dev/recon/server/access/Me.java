package dev.recon.server.access;

import dev.recon.server.platform.Person;
import java.util.List;

/// Who somebody is in this workspace, and what they may.
///
/// @param secondFactor none, due, totp, or passkey where there are no one-time codes
/// @param recoveryCodes how many are left
/// @param hasPassword false for who only ever comes through a single sign-on
public record Me(
        Person person,
        String email,
        Workspace workspace,
        List<Workspace> workspaces,
        List<String> roles,
        List<String> permissions,
        MeStore.Profile profile,
        String secondFactor,
        int recoveryCodes,
        boolean hasPassword) {}
