package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The names of months as exports write them: whole or cut, in the languages of Western Europe.
///
/// English names of three letters are found by their bytes, others through a text without accents.
final class MonthNames {
    private static final int SHORT = 3;

    /// The names of each month without accents, the English ones first.
    private static final List<String> NAMES =
            List.of(
                    "jan january januar janner janvier janv enero ene gennaio gen janeiro januari",
                    "feb february februar febr fevrier fevr fev febrero febbraio"
                            + " fevereiro februari",
                    "mar march marz mars marzo marco maart mrt mrz",
                    "apr april avril avr abril abr aprile",
                    "may mai mayo maggio mag maio mei maj",
                    "jun june juni juin junio giugno giu junho",
                    "jul july juli juillet juil julio luglio lug julho",
                    "aug august aout agosto ago augustus augusti",
                    "sep september sept septembre septiembre settembre set setembro",
                    "oct october oktober okt octobre octubre ottobre ott outubro out",
                    "nov november novembre noviembre novembro",
                    "dec december dezember dez decembre diciembre dic dicembre dezembro");

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    /// The month of the name at `start` and how many bytes it has, packed; -1 when there is none.
    static long read(byte[] bytes, int start, int end) {
        int at = start;
        boolean ascii = true;
        while (at < end && isLetter(bytes[at])) {
            ascii &= bytes[at++] > 0;
        }
        String name = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        String plain = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        String letters = ascii ? plain : plain.replaceAll("\\p{M}", "");
        Integer month = MONTHS.get(letters.toLowerCase(Locale.ROOT));
        return month == null ? -1 : (long) month << 8 | (at - start);
    }

    /// The English name of three letters.
    static String shortName(int month) {
        String name = NAMES.get(month - 1).substring(0, SHORT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isLetter(byte letter) {
        int lower = letter | 0x20;
        return letter < 0 || (lower >= 'a' && lower <= 'z');
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= NAMES.size(); month++) {
            int number = month;
            BLANK.splitAsStream(NAMES.get(month - 1)).forEach(name -> months.put(name, number));
        }
        return Map.copyOf(months);
    }
}
