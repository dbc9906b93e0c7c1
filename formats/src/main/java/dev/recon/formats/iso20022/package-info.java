/// Messages of ISO 20022: account statements (camt) and payments that are expected (pain, pacs).
@NullMarked
package dev.recon.formats.iso20022;

import org.jspecify.annotations.NullMarked;
