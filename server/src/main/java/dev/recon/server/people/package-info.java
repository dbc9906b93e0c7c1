/// The people of a workspace: invitations, roles, keys for programs, workspaces.
@NullMarked
package dev.recon.server.people;

import org.jspecify.annotations.NullMarked;
