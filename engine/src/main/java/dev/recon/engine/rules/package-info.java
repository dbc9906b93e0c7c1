/// Rule sets: how files are read, which passes run, what must agree.
@NullMarked
package dev.recon.engine.rules;

import org.jspecify.annotations.NullMarked;
