package dev.recon.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a secret looks like in a text: by its form, or because it is long, random, and named so.
final class SecretRules {
    private static final double BITS_A_LETTER_MIN = 4.0;

    private static final Map<String, Pattern> FORMS =
            new TreeMap<>(
                    Map.of(
                            "private key",
                            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
                            "age",
                            Pattern.compile("AGE-SECRET-KEY-1[0-9A-Z]{50,}"),
                            "amazon",
                            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
                            "code host",
                            Pattern.compile("\\b(gh[pousr]_|github_pat_|glpat-)[\\w-]{20,}"),
                            "chat",
                            Pattern.compile(
                                    "\\bxox[abeprs]-[\\w-]{10,}|/services/T\\w{8,}/B\\w{8,}"),
                            "registry",
                            Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b|\\bpypi-[\\w-]{50,}"),
                            "cloud",
                            Pattern.compile("\\bAIza[\\w-]{35}\\b|\\bsk_live_\\w{16,}"),
                            "token",
                            Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"),
                            "address",
                            Pattern.compile(
                                    "://[^/\\s:@\"'<>{}$*]+:(?!password@)"
                                            + "[^/\\s@\"'<>{}$%*]{6,}@")));

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)(?:secret|password|passwd|token|api_?key|pepper)\\w*[\"']?\\s*[:=,]\\s*"
                            + "[\"']?([A-Za-z0-9+/=_-]{24,})(?=[\"'\\s,;)]|$)");

    private SecretRules() {}

    /// The kinds of secret in a line.
    static List<String> found(String line) {
        List<String> found = new ArrayList<>();
        FORMS.forEach((kind, form) -> {
            if (form.matcher(line).find()) {
                found.add(kind);
            }
        });
        Matcher named = NAMED.matcher(line);
        while (named.find()) {
            if (isRandom(named.group(1))) {
                found.add("named");
            }
        }
        return found;
    }

    /// Letters of both kinds and digits, in no order that a word has.
    private static boolean isRandom(String text) {
        boolean isMixed =
                text.matches(".*[a-z].*") && text.matches(".*[A-Z].*") && text.matches(".*\\d.*");
        return isMixed && bitsALetter(text) >= BITS_A_LETTER_MIN;
    }

    /// Shannon's entropy.
    private static double bitsALetter(String text) {
        double bits = 0;
        for (int letter : text.chars().distinct().toArray()) {
            double share =
                    (double) text.chars().filter(one -> one == letter).count() / text.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
