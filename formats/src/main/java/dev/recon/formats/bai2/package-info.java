/// Cash management reports of BAI2.
@NullMarked
package dev.recon.formats.bai2;

import org.jspecify.annotations.NullMarked;
