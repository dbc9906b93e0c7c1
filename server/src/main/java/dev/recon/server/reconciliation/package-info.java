/// The standing questions and the versions of their rule sets.
@NullMarked
package dev.recon.server.reconciliation;

import org.jspecify.annotations.NullMarked;
