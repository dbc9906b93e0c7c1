/// Packs of evidence: all that proves one run, for those who cannot ask the server.
@NullMarked
package dev.recon.server.evidence;

import org.jspecify.annotations.NullMarked;
