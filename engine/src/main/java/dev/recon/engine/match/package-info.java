/// The cascade: one file a pass, each working on what the earlier ones left.
@NullMarked
package dev.recon.engine.match;

import org.jspecify.annotations.NullMarked;
