/// Pairs of files as people bring them: of many domains, written as real exports are, with the
/// truth, reconciled without rules and scored.
@NullMarked
package dev.recon.bench.brought;

import org.jspecify.annotations.NullMarked;
