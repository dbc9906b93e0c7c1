/// What the formats of banks share: one vocabulary of columns, exact amounts, and the proof of a
/// statement at the door.
@NullMarked
package dev.recon.formats.bank;

import org.jspecify.annotations.NullMarked;
