/// Fee schedules: what differences of amounts have in common, found and checked to the cent.
@NullMarked
package dev.recon.engine.fee;

import org.jspecify.annotations.NullMarked;
