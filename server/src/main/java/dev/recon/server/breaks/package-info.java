/// What a person must explain or resolve.
@NullMarked
package dev.recon.server.breaks;

import org.jspecify.annotations.NullMarked;
