/// Copies of backups in a bucket elsewhere, encrypted for a key that no server has.
@NullMarked
package dev.recon.server.backup;

import org.jspecify.annotations.NullMarked;
