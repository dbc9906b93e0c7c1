/// What happens, told to those who watch, whichever server they watch at.
@NullMarked
package dev.recon.server.live;

import org.jspecify.annotations.NullMarked;
