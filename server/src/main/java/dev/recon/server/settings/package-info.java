/// What the environment says: every variable is read here, and nowhere else.
@NullMarked
package dev.recon.server.settings;

import org.jspecify.annotations.NullMarked;
