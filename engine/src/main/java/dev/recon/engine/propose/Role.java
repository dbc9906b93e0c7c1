package dev.recon.engine.propose;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the name of a column hints at; a hint decides only between columns whose values are alike.
enum Role {
    AMOUNT(
            "amount betrag umsatz amt value wert montant importe importo total sum summe gross net"
                    + " price brutto netto kwota bedrag belopp 金額 金额 сумма"),
    DEBIT("debit soll withdrawal withdrawals paid out lastschrift dr charge"),
    CREDIT("credit haben deposit deposits paid in gutschrift cr"),
    BALANCE("balance saldo kontostand running solde 残高 余额 остаток"),
    CURRENCY("currency ccy curr waehrung wahrung whg devise moneda valuta cur"),
    DATE(
            "date datum day buchung buchungstag booking posting posted valuta wertstellung fecha"
                    + " data created settled time timestamp"),
    REFERENCE(
            "reference ref referenz invoice rechnung order endtoend id number nr no key belegnr"
                    + " voucher document doc"),
    PARTY(
            "party counterparty name customer vendor supplier payee payer merchant beneficiary"
                    + " debtor creditor company gegenpartei auftraggeber empfaenger kunde"),
    TEXT(
            "text memo description purpose verwendungszweck narrative details detail remittance"
                    + " note comment subject info buchungstext"),
    ACCOUNT("account konto acct iban compte cuenta accountno kontonummer");

    private final String words;

    Role(String words) {
        this.words = " " + words + " ";
    }

    /// Does a word of this column name hint at the role?
    boolean isHinted(String column) {
        return words(column).stream()
                .anyMatch(word -> words.contains(" " + word + " ") || holdsHan(word));
    }

    /// Han characters have no blanks between words.
    private boolean holdsHan(String word) {
        return Character.isIdeographic(word.codePointAt(0))
                && Arrays.stream(words.trim().split(" "))
                        .filter(hint -> Character.isIdeographic(hint.codePointAt(0)))
                        .anyMatch(word::contains);
    }

    /// The words of a name: split at marks and at capital letters, in lower case, without accents.
    static List<String> words(String column) {
        return words(column, false);
    }

    /// @param signs are signs of currencies words, too?
    static List<String> words(String column, boolean signs) {
        String plain =
                Normalizer.normalize(column, Normalizer.Form.NFD)
                        .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
        String whole = Normalizer.normalize(plain, Normalizer.Form.NFC);
        String split = whole.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(split.split(signs ? "[^\\p{L}\\p{N}\\p{Sc}]+" : "[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
