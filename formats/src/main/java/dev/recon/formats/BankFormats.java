package dev.recon.formats;

import dev.recon.formats.format.Format;
import dev.recon.formats.iso20022.CamtFormat;
import java.util.List;

/// The formats of banks.
final class BankFormats {
    static final List<Format> ALL = List.of(new CamtFormat());

    private BankFormats() {}
}
