/// What another rule set would change on the lines of a run, before it is in force.
@NullMarked
package dev.recon.server.comparison;

import org.jspecify.annotations.NullMarked;
