/// The page itself, and whether the server is well.
@NullMarked
package dev.recon.server.web;

import org.jspecify.annotations.NullMarked;
