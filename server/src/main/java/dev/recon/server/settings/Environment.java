package dev.recon.server.settings;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The variables of a process, each read as what it should be. A value that is not is a fault; all
/// faults are gathered, so that whoever mends them sees every one at once.
///
/// A fault repeats the value unless the variable may hold a secret.
final class Environment {
    private static final int DIGITS_MAX = 18;

    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "your[-_ ].*|.*change[-_ ]?me.*|.*replace[-_ ]?me.*|<.*>|"
                            + "pass(word|wort)?|secret|test|admin|(.)\\2*");

    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// From one number to another, both allowed.
    record Range(long min, long max) {
        static Range upTo(long max) {
            return new Range(0, max);
        }
    }

    /// Every name that was asked for so far.
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /// Everything that is set.
    Set<String> given() {
        return values.keySet();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /// A value that is shown to nobody. `NAME_FILE` may name a file that holds it instead.
    Optional<String> secret(String name) {
        Optional<String> file = Optional.ofNullable(values.get(name + "_FILE"));
        Optional<String> direct = text(name);
        return direct.isPresent() ? direct : file.flatMap(path -> content(name, path));
    }

    /// A secret of its own; what stands in templates and what everybody would try is a fault.
    Optional<String> password(String name) {
        Optional<String> secret = secret(name);
        if (secret.isPresent()
                && PLACEHOLDER.matcher(secret.get().toLowerCase(Locale.ROOT)).matches()) {
            fault(name + " is a placeholder, which everybody knows. Make a secret of your own.");
            return Optional.empty();
        }
        return secret;
    }

    long number(String name, Range range, long otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String value = text.get();
        boolean digits =
                value.length() <= DIGITS_MAX && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && Long.parseLong(value) >= range.min && Long.parseLong(value) <= range.max) {
            return Long.parseLong(value);
        }
        wrong(name, value, "a number from " + range.min + " to " + range.max);
        return otherwise;
    }

    int small(String name, Range range, int otherwise) {
        return Math.toIntExact(number(name, range, otherwise));
    }

    /// A part of the whole, from 0 to 1.
    double share(String name, double otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
            return Double.parseDouble(text.get());
        }
        wrong(name, text.get(), "a number from 0 to 1, such as 0.1");
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value ->
                        switch (value.toLowerCase(Locale.ROOT)) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> {
                                wrong(name, value, "true or false");
                                yield otherwise;
                            }
                        })
                .orElse(otherwise);
    }

    /// One of a closed set of words, which are the names of an enum in small letters.
    <E extends Enum<E>> E word(String name, E otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        Optional<E> found =
                Stream.of(all).filter(one -> one.name().equalsIgnoreCase(text.get())).findFirst();
        if (found.isEmpty()) {
            String words =
                    Arrays.stream(all)
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
            wrong(name, text.get(), "one of " + words);
        }
        return found.orElse(otherwise);
    }

    /// An address with one of these schemes and a host; it may hold a password and is not repeated.
    Optional<URI> address(String name, Set<String> schemes) {
        return text(name)
                .flatMap(value -> {
                    Optional<URI> found = parse(value);
                    if (found.isPresent()
                            && schemes.contains(found.get().getScheme())
                            && found.get().getRawAuthority() != null) {
                        return found;
                    }
                    fault(
                            name
                                    + " is not understood; expected an address such as "
                                    + new TreeSet<>(schemes).first()
                                    + "://host:port.");
                    return Optional.empty();
                });
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    void wrong(String name, String value, String expected) {
        fault(name + " is \"" + value + "\"; expected " + expected + ".");
    }

    private static Optional<URI> parse(String value) {
        try {
            return Optional.of(new URI(value)).filter(uri -> uri.getScheme() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private Optional<String> content(String name, String path) {
        try {
            String content = Files.readString(Path.of(path.strip()), StandardCharsets.UTF_8);
            return Optional.of(content.strip()).filter(value -> !value.isEmpty());
        } catch (IOException | java.nio.file.InvalidPathException _) {
            fault(name + "_FILE names " + path + ", which cannot be read.");
            return Optional.empty();
        }
    }
}
