package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The names of months as exports write them: whole or cut, in the languages of Europe and in
/// Indonesian. Each word is one month wherever it stands, so a file need not say its language;
/// Croatian names are missing for that, because its *listopad* is October and the Czech one
/// November.
final class MonthNames {
    /// January to December in a line, without accents (but for the Turkish ı, which is no i with
    /// one), as CLDR has them.
    private static final String NAMES =
            """
            january february march april may june july august september october november december
            jan feb mar apr may jun jul aug sep oct nov dec
            januar februar marz april mai juni juli august september oktober november dezember
            janner febr mrz apr mai jun jul aug sept okt nov dez
            janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
            janv fevr mars avr mai juin juil aout sept oct nov dec
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            ene feb mar abr may jun jul ago setiembre oct nov dic
            gennaio febbraio marzo aprile maggio giugno luglio agosto \
            settembre ottobre novembre dicembre
            gen feb mar apr mag giu lug ago set ott nov dic
            janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
            jan fev mar abr mai jun jul ago set out nov dez
            gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre
            januari februari maart april mei juni juli augustus september oktober november december
            jan feb mrt apr mei jun jul aug sep okt nov dec
            januari februari mars april maj juni juli augusti september oktober november december
            januar februar marts april maj juni juli august september oktober november desember
            jan feb mar apr maj jun jul aug sep okt nov des
            tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta \
            syyskuuta lokakuuta marraskuuta joulukuuta
            tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu \
            syyskuu lokakuu marraskuu joulukuu
            tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu
            jaanuar veebruar marts aprill mai juuni juuli august \
            september oktoober november detsember
            jaan veebr marts apr mai juuni juuli aug sept okt nov dets
            janvaris februaris marts aprilis maijs junijs julijs augusts \
            septembris oktobris novembris decembris
            sausio vasario kovo balandzio geguzes birzelio liepos rugpjucio \
            rugsejo spalio lapkricio gruodzio
            saus vas kov bal geg birz liep rugp rugs spal lapkr gruod
            stycznia lutego marca kwietnia maja czerwca lipca sierpnia \
            wrzesnia pazdziernika listopada grudnia
            styczen luty marzec kwiecien maj czerwiec lipiec sierpien \
            wrzesien pazdziernik listopad grudzien
            sty lut mar kwi maj cze lip sie wrz paz lis gru
            ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
            leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec
            led uno bre dub kve cvn cvc srp zar rij lis pro
            januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra
            januar februar marec april maj junij julij avgust september oktober november december
            jan feb mar apr maj jun jul avg sep okt nov dec
            januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
            januar februar marcius aprilis majus junius julius augusztus \
            szeptember oktober november december
            jan febr marc apr maj jun jul aug szept okt nov dec
            ianuarie februarie martie aprilie mai iunie iulie august \
            septembrie octombrie noiembrie decembrie
            ian feb mar apr mai iun iul aug sept oct nov dec
            ocak subat mart nisan mayıs haziran temmuz agustos eylul ekim kasım aralık
            oca sub mar nis mayis haz tem agu eyl eki kas ara
            oca sub mar nis may haz tem agu eyl eki kasim aralik
            januari februari maret april mei juni juli agustus september oktober november desember
            jan feb mar apr mei jun jul agu sep okt nov des
            января февраля марта апреля мая июня июля августа сентября октября ноября декабря
            январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
            янв февр мар апр мая июн июл авг сент окт нояб дек
            яну фев март апр май юни юли авг сеп окт ное дек
            януари февруари март април май юни юли август септември октомври ноември декември
            січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
            січень лютий березень квітень травень червень липень серпень \
            вересень жовтень листопад грудень
            січ лют бер квіт трав черв лип серп вер жовт лист груд
            ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου \
            σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου
            ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ
            """;

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    /// What stands between a day, the name of its month and the year: `5 de enero de 2026`.
    private static final List<String> BEFORE = List.of("de ", "of ");

    private static final List<String> BEHIND = List.of(" del ", " de ");

    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    /// The month of the name at `start` and how many bytes it has with the words that link it to
    /// day and year, packed; -1 when there is none.
    static long read(byte[] bytes, int start, int end) {
        int name = start + link(bytes, start, end, BEFORE);
        int at = endOfWord(bytes, name, end);
        String word = new String(bytes, name, at - name, StandardCharsets.UTF_8);
        Integer month = MONTHS.get(plain(word));
        int linked = at + Math.max(0, link(bytes, at, end, BEHIND) - 1);
        return month == null ? -1 : (long) month << 8 | (linked - start);
    }

    /// How many bytes the one of these links has that stands at `start`; 0 where none does.
    private static int link(byte[] bytes, int start, int end, List<String> links) {
        for (String link : links) {
            int at = 0;
            while (at < link.length() && start + at < end && bytes[start + at] == link.charAt(at)) {
                at++;
            }
            if (at == link.length()) {
                return at;
            }
        }
        return 0;
    }

    /// The place behind the letters at `start`.
    static int endOfWord(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && isLetter(bytes[at])) {
            at++;
        }
        return at;
    }

    /// The word in small letters without accents.
    static String plain(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean ascii = small.chars().allMatch(letter -> letter < 0x80);
        return ascii
                ? small
                : ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }

    /// The English name of three letters.
    static String shortName(int month) {
        return Month.of(month).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static boolean isLetter(byte letter) {
        int lower = letter | 0x20;
        return letter < 0 || (lower >= 'a' && lower <= 'z');
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String line : NAMES.lines().toList()) {
            List<String> names = BLANK.splitAsStream(line).toList();
            for (int month = 0; month < names.size(); month++) {
                months.put(plain(names.get(month)), month + 1);
            }
        }
        return Map.copyOf(months);
    }
}
