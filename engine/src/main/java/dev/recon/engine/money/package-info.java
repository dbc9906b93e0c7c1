/// Exact money: integer minor units and a currency; no floating point anywhere.
@NullMarked
package dev.recon.engine.money;

import org.jspecify.annotations.NullMarked;
