package dev.recon.engine.transform;

import dev.cel.common.CelIssue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the language says of an expression, in the words of our faults.
final class CelFault {
    private static final Pattern TYPE =
            Pattern.compile("expected type '(?<expected>.*)' but found '(?<found>.*)'");
    private static final Pattern UNKNOWN =
            Pattern.compile("undeclared reference to '(?<name>.*)' \\(in container '.*'\\)");
    private static final Pattern OVERLOAD =
            Pattern.compile(
                    "found no matching overload for '(?<name>.*)' applied to '(?<types>.*)'"
                            + " \\(candidates: (?<candidates>.*)\\)");
    private static final Pattern LIMIT = Pattern.compile(".*(limit|exceeds).*");

    private CelFault() {}

    static ExpressionFault of(CelIssue issue) {
        String message = issue.getMessage();
        Matcher type = TYPE.matcher(message);
        if (type.matches()) {
            return at(issue, "a value of type " + type.group("found"), type.group("expected"));
        }
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return at(
                    issue,
                    operator(unknown.group("name")) + ", which there is not",
                    "row[\"Column\"] or a function of the reference");
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return at(
                    issue,
                    operator(overload.group("name")) + " of " + overload.group("types"),
                    "one of " + overload.group("candidates").replace("),(", ") or ("));
        }
        return LIMIT.matcher(message).matches()
                ? at(issue, "an expression that is too large", "a smaller one: " + message)
                : at(issue, "text that is no expression", "another syntax here: " + message);
    }

    /// `_+_` as it is written.
    private static String operator(String name) {
        return name.replace("_", "").isEmpty() || name.matches("\\w+")
                ? name
                : name.replace("_", "");
    }

    private static ExpressionFault at(CelIssue issue, String found, String expected) {
        return Literals.fault(issue.getSourceLocation(), found, expected);
    }
}
