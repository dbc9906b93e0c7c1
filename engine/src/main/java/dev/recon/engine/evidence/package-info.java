/// What proves to others what happened: the chain of audit events, and packs of evidence that can
/// be checked without the server that made them.
@NullMarked
package dev.recon.engine.evidence;

import org.jspecify.annotations.NullMarked;
