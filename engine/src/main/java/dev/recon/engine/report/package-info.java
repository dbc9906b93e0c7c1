/// What a run says: totals, the proof, and the files it writes.
@NullMarked
package dev.recon.engine.report;

import org.jspecify.annotations.NullMarked;
