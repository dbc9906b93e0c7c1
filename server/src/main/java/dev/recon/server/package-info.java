/// The server: one package a noun, in data order.
@NullMarked
package dev.recon.server;

import org.jspecify.annotations.NullMarked;
