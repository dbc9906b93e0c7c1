/// What must stay secret, and what is made of it: keys, hashes, tokens, one-time codes.
@NullMarked
package dev.recon.server.secret;

import org.jspecify.annotations.NullMarked;
