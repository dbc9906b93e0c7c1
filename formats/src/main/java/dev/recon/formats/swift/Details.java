package dev.recon.formats.swift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `:86:` says of an entry, found by how the bank writes it; what is not understood is text.
///
/// @param fields by name: `EREF`, `MREF`, `NAME`, `ACCOUNT`, `TEXT`, `CODE`, `POSTING`, `RETURN`
record Details(Map<String, String> fields) {
    private static final int LINE_CHARACTERS = 65;

    /// Germany and Austria (and others, with other marks): a code of three digits, then subfields.
    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{3})([^\\w\\s])(?=\\d\\d)(.*)", Pattern.DOTALL);

    private static final Pattern SEPA_KEY =
            Pattern.compile(
                    "(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP|MDAT|RREF)\\+");

    /// The Netherlands: words between slashes.
    private static final Pattern SLASHED = Pattern.compile("/[A-Z]{2,4}/.*", Pattern.DOTALL);

    private static final Pattern SLASH_KEY =
            Pattern.compile(
                    "/(EREF|PREF|MARF|CSID|BENM|ORDP|NAME|REMI|ISDT|TRTP|IBAN|BIC|CNTP|RTRN|PURP"
                            + "|ULTD|ULTC|ADDR|ACCW|TYPE|SVCL)/");

    private static final Pattern KNAB = Pattern.compile("REK:\\s*(\\S+?)/NAAM:\\s*(.*)$");
    private static final Pattern POLISH =
            Pattern.compile("(?:^|;)\\s*(Z RACH\\.|NA RACH\\.|OD|DLA|TYT\\.|TNR):");

    Details {
        fields = Map.copyOf(fields);
    }

    static Details of(List<String> lines) {
        String packed = String.join("", lines);
        Matcher numbered = NUMBERED.matcher(packed.strip());
        if (numbered.matches()) {
            return numbered(numbered.group(1), numbered.group(2), numbered.group(3));
        }
        if (SLASHED.matcher(packed).matches() && SLASH_KEY.matcher(packed).find()) {
            return slashed(packed);
        }
        return free(unwrapped(lines));
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Details numbered(String code, String mark, String rest) {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        var purpose = new StringBuilder();
        for (String part : (mark + rest).split(Pattern.quote(mark) + "(?=\\d\\d)", -1)) {
            if (part.length() > 2) {
                int number = Integer.parseInt(part.substring(0, 2));
                String text = part.substring(2);
                boolean isPurpose =
                        (number >= 20 && number <= 29) || (number >= 60 && number <= 63);
                if (isPurpose) {
                    purpose.append(text);
                } else {
                    parts.computeIfAbsent(part.substring(0, 2), _ -> new StringBuilder())
                            .append(text);
                }
            }
        }
        Map<String, String> fields = keyed(purpose.toString(), SEPA_KEY);
        put(fields, "TEXT", join(fields.get(""), fields.get("SVWZ")));
        put(fields, "CODE", code);
        put(fields, "POSTING", text(parts, "00"));
        put(fields, "ACCOUNT", text(parts, "31"));
        put(fields, "NAME", text(parts, "32") + text(parts, "33"));
        put(fields, "RETURN", text(parts, "34"));
        return new Details(fields);
    }

    private static Details slashed(String packed) {
        Map<String, String> fields = keyed(packed, SLASH_KEY);
        String party = fields.getOrDefault("CNTP", "");
        if (!party.isEmpty()) {
            String[] parts = party.split("/", -1);
            put(fields, "IBAN", parts[0]);
            put(fields, "NAME", parts.length > 2 ? parts[2] : "");
        }
        put(fields, "ACCOUNT", fields.getOrDefault("IBAN", ""));
        put(fields, "RETURN", fields.getOrDefault("RTRN", ""));
        put(fields, "MREF", fields.getOrDefault("MARF", ""));
        put(fields, "KREF", fields.getOrDefault("PREF", ""));
        String text = fields.getOrDefault("REMI", "").replaceFirst("^(USTD|STRD/CUR)/+", "");
        put(fields, "TEXT", join(fields.get(""), text.isEmpty() ? fields.get("TRTP") : text));
        return new Details(fields);
    }

    private static Details free(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "TEXT", text);
        Matcher knab = KNAB.matcher(text);
        if (knab.find()) {
            put(fields, "ACCOUNT", knab.group(1));
            put(fields, "NAME", knab.group(2));
            return new Details(fields);
        }
        Map<String, String> polish = keyed(text, POLISH);
        String account = polish.getOrDefault("Z RACH.", polish.getOrDefault("NA RACH.", ""));
        if (!account.isEmpty() || polish.containsKey("TYT.")) {
            put(fields, "ACCOUNT", account);
            put(fields, "NAME", polish.getOrDefault("OD", polish.getOrDefault("DLA", "")));
        }
        return new Details(fields);
    }

    /// The texts behind each key; what stands before the first has the empty key.
    private static Map<String, String> keyed(String text, Pattern keys) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher key = keys.matcher(text);
        String name = "";
        int start = 0;
        while (key.find()) {
            put(found, name, text.substring(start, key.start()));
            name = key.group(1);
            start = key.end();
        }
        put(found, name, text.substring(start));
        return found;
    }

    /// Lines are broken where they are full, within a word too; a shorter one ends a word.
    private static String unwrapped(List<String> lines) {
        List<String> text = new ArrayList<>();
        for (String line : lines) {
            text.add(line.length() >= LINE_CHARACTERS ? line : line + " ");
        }
        return String.join("", text).strip();
    }

    private static void put(Map<String, String> fields, String name, String text) {
        String clean = text.strip();
        if (!clean.isEmpty()) {
            fields.put(name, clean);
        }
    }

    private static String text(Map<String, StringBuilder> parts, String number) {
        return parts.getOrDefault(number, new StringBuilder()).toString();
    }

    private static String join(@Nullable String first, @Nullable String second) {
        return ((first == null ? "" : first) + " " + (second == null ? "" : second)).strip();
    }
}
