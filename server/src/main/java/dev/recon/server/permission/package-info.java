/// Who may do what.
@NullMarked
package dev.recon.server.permission;

import org.jspecify.annotations.NullMarked;
