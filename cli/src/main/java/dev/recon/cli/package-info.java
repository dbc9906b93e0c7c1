/// The command line.
@NullMarked
package dev.recon.cli;

import org.jspecify.annotations.NullMarked;
