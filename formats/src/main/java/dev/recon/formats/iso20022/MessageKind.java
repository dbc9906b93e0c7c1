package dev.recon.formats.iso20022;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Head;
import dev.recon.formats.markup.XmlCursor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message of ISO 20022 that is read: the element that holds it, and its versions.
enum MessageKind {
    REPORT("camt.052", "BkToCstmrAcctRpt", "Rpt", 13),
    STATEMENT("camt.053", "BkToCstmrStmt", "Stmt", 13),
    NOTIFICATION("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", 13),
    CREDIT_INITIATION("pain.001", "CstmrCdtTrfInitn", "PmtInf", 12),
    PAYMENT_STATUS("pain.002", "CstmrPmtStsRpt", "OrgnlPmtInfAndSts", 14),
    DEBIT_INITIATION("pain.008", "CstmrDrctDbtInitn", "PmtInf", 11),
    INTERBANK_STATUS("pacs.002", "FIToFIPmtStsRpt", "TxInfAndSts", 15),
    CREDIT_TRANSFER("pacs.008", "FIToFICstmrCdtTrf", "CdtTrfTxInf", 13),
    BANK_TRANSFER("pacs.009", "FICdtTrf", "CdtTrfTxInf", 12);

    static final List<MessageKind> ACCOUNT = List.of(REPORT, STATEMENT, NOTIFICATION);
    static final List<MessageKind> PAYMENT =
            Arrays.stream(values()).filter(kind -> !ACCOUNT.contains(kind)).toList();

    private static final int DEPTH_MAX = 8;

    /// ISO's own namespace, and those under which SWIFT, Germany and Switzerland use its messages.
    private static final Pattern NAMESPACE =
            Pattern.compile(
                    "(?:urn:iso:std:iso:20022:tech:xsd:|urn:swift:xsd:\\$?"
                            + "|http://www\\.six-interbank-clearing\\.com/de/)"
                            + "([a-z]{4}\\.\\d{3})\\.001\\.(\\d{2})[A-Za-z0-9.]{0,20}");

    private final String code;
    private final String root;
    private final String part;
    private final int versionMax;
    private final Pattern start;

    MessageKind(String code, String root, String part, int versionMax) {
        this.code = code;
        this.root = root;
        this.part = part;
        this.versionMax = versionMax;
        this.start = Pattern.compile("<(?:[A-Za-z0-9_]+:)?" + root + "(?:V\\d\\d)?[\\s>/]");
    }

    /// What ISO calls it, such as `camt.053`.
    String code() {
        return code;
    }

    /// The element that repeats within it: a statement, a batch, a transfer.
    String part() {
        return part;
    }

    /// Does a file begin with one of these messages?
    static boolean begins(Head head, List<MessageKind> kinds) {
        return head.startsWith("<")
                && kinds.stream().anyMatch(kind -> kind.start.matcher(head.text()).find());
    }

    /// Moves the cursor into the message of a document, whatever envelope is around it.
    static MessageKind enter(XmlCursor cursor, Delivery delivery) throws IOException {
        while (cursor.nextAnywhere() && cursor.depth() <= DEPTH_MAX) {
            Optional<MessageKind> kind = of(cursor.name());
            if (kind.isPresent()) {
                kind.get().requireVersion(cursor, delivery);
                return kind.get();
            }
        }
        throw delivery.problem(
                cursor.place(),
                "no message of ISO 20022",
                "one of "
                        + String.join(
                                ", ", Arrays.stream(values()).map(MessageKind::code).toList()),
                "Check that this is the file you meant.");
    }

    /// Reads on to the end of the document, which must hold no second message.
    static void leave(XmlCursor cursor, Delivery delivery) throws IOException {
        while (cursor.nextAnywhere()) {
            if (of(cursor.name()).isPresent()) {
                throw delivery.problem(
                        cursor.place(),
                        "a second message in one document",
                        "one message a file",
                        "Split it into several files.");
            }
        }
    }

    private static Optional<MessageKind> of(String element) {
        return Arrays.stream(values())
                .filter(kind -> element.matches(kind.root + "(V\\d\\d)?"))
                .findFirst();
    }

    /// A message without a namespace is read as its root says.
    private void requireVersion(XmlCursor cursor, Delivery delivery) {
        String namespace = cursor.namespace();
        if (namespace.isEmpty()) {
            return;
        }
        Matcher parts = NAMESPACE.matcher(namespace);
        boolean known =
                parts.matches()
                        && parts.group(1).equals(code)
                        && Integer.parseInt(parts.group(2)) >= 1
                        && Integer.parseInt(parts.group(2)) <= versionMax;
        if (!known) {
            throw delivery.problem(
                    cursor.place(),
                    "the namespace " + namespace,
                    code
                            + ".001.01 to "
                            + code
                            + ".001."
                            + "%02d".formatted(versionMax)
                            + " of ISO 20022",
                    "Ask its sender for one of these versions.");
        }
    }
}
