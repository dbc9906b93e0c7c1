/// Open Financial Exchange: SGML of version 1 and XML of version 2.
@NullMarked
package dev.recon.formats.ofx;

import org.jspecify.annotations.NullMarked;
