package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The names of the days of the week as exports write them before a date: whole or cut, in the
/// languages of Europe and in Indonesian. Some are one day here and another there (`so` is a German
/// Sunday and a Czech Saturday): a name is all days that it may be.
final class WeekdayNames {
    /// Monday to Sunday in a line, without accents, as CLDR has them.
    private static final String NAMES =
            """
            monday tuesday wednesday thursday friday saturday sunday
            mon tue wed thu fri sat sun
            mon tues weds thur fri sat sun
            mon tue wed thurs fri sat sun
            montag dienstag mittwoch donnerstag freitag samstag sonntag
            montag dienstag mittwoch donnerstag freitag sonnabend sonntag
            mo di mi do fr sa so
            lundi mardi mercredi jeudi vendredi samedi dimanche
            lun mar mer jeu ven sam dim
            lunes martes miercoles jueves viernes sabado domingo
            lun mar mie jue vie sab dom
            lunedi martedi mercoledi giovedi venerdi sabato domenica
            lun mar mer gio ven sab dom
            segunda terca quarta quinta sexta sabado domingo
            seg ter qua qui sex sab dom
            maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
            ma di wo do vr za zo
            mandag tisdag onsdag torsdag fredag lordag sondag
            man tis ons tors fre lor son
            mandag tirsdag onsdag torsdag fredag lørdag søndag
            man tirs ons tors fre lør søn
            man tir ons tor fre lør søn
            maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
            maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
            ma ti ke to pe la su
            poniedziałek wtorek sroda czwartek piatek sobota niedziela
            pon wt sr czw pt sob niedz
            pondeli utery streda ctvrtek patek sobota nedele
            po ut st ct pa so ne
            pondelok utorok streda stvrtok piatok sobota nedela
            po ut st st pi so ne
            hetfo kedd szerda csutortok pentek szombat vasarnap
            luni marti miercuri joi vineri sambata duminica
            lun mar mie joi vin sam dum
            ponedeljek torek sreda cetrtek petek sobota nedelja
            ponedeljak utorak sreda cetvrtak petak subota nedelja
            понедельник вторник среда четверг пятница суббота воскресенье
            пн вт ср чт пт сб вс
            понеделник вторник сряда четвъртък петък събота неделя
            понеділок вівторок середа четвер пятниця субота неділя
            δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη
            pazartesi salı carsamba persembe cuma cumartesi pazar
            pzt sal car per cum cmt paz
            dilluns dimarts dimecres dijous divendres dissabte diumenge
            senin selasa rabu kamis jumat sabtu minggu
            """;

    private static final int DAYS = 7;

    /// `Fr.,` has both.
    private static final int MARKS_MAX = 2;

    /// 1970-01-01 was a Thursday.
    private static final int THURSDAY = 3;

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Map<String, Integer> WEEKDAYS = weekdays();

    private WeekdayNames() {}

    /// The days that the name at `start` may be, as bits (1 is Monday, 2 Tuesday, 4 …), and how
    /// many bytes it has with the points and commas behind it, packed; -1 when there is none.
    static long read(byte[] bytes, int start, int end) {
        int at = MonthNames.endOfWord(bytes, start, end);
        String word = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        Integer days = WEEKDAYS.get(MonthNames.plain(word));
        int behind = at;
        while (behind < Math.min(end, at + MARKS_MAX) && isMark(bytes[behind])) {
            behind++;
        }
        return days == null ? -1 : (long) days << 8 | (behind - start);
    }

    private static boolean isMark(byte letter) {
        return letter == '.' || letter == ',';
    }

    /// Is a day one of these?
    static boolean holds(int days, int epochDay) {
        return (days >> Math.floorMod(epochDay + THURSDAY, DAYS) & 1) == 1;
    }

    /// The English name of three letters.
    static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static Map<String, Integer> weekdays() {
        Map<String, Integer> weekdays = new HashMap<>();
        for (String line : NAMES.lines().toList()) {
            List<String> names = BLANK.splitAsStream(line).toList();
            for (int day = 0; day < names.size(); day++) {
                weekdays.merge(
                        MonthNames.plain(names.get(day)), 1 << day, (one, more) -> one | more);
            }
        }
        return Map.copyOf(weekdays);
    }
}
