package dev.recon.formats;

import dev.recon.formats.bai2.Bai2Format;
import dev.recon.formats.format.Format;
import dev.recon.formats.iso20022.CamtFormat;
import dev.recon.formats.iso20022.PaymentsFormat;
import dev.recon.formats.nacha.NachaFormat;
import dev.recon.formats.ofx.OfxFormat;
import dev.recon.formats.qif.QifFormat;
import dev.recon.formats.swift.FinFormat;
import dev.recon.formats.swift.Mt940Format;
import java.util.List;

/// The formats of banks.
final class BankFormats {
    static final List<Format> ALL =
            List.of(
                    new CamtFormat(),
                    new PaymentsFormat(),
                    new Mt940Format(),
                    new FinFormat(),
                    new Bai2Format(),
                    new NachaFormat(),
                    new OfxFormat(),
                    new QifFormat());

    private BankFormats() {}
}
