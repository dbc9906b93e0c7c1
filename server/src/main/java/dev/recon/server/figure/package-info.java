/// Figures that are read from the database: how the work stands, whoever does it.
@NullMarked
package dev.recon.server.figure;

import org.jspecify.annotations.NullMarked;
