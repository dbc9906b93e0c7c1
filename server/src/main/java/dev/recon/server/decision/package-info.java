/// What people did, and how it is taken back.
@NullMarked
package dev.recon.server.decision;

import org.jspecify.annotations.NullMarked;
