package dev.recon.engine.rules;

/// Writes a rule set: the order of the keys is fixed, each part says what it is for.
final class RuleSetText {
    private final StringBuilder text = new StringBuilder();

    private RuleSetText() {}

    static String of(RuleSet rules) {
        RuleSetText made = new RuleSetText();
        made.line("version: " + RuleSetYaml.VERSION);
        made.line("# Amounts are counted in units of 10^-decimals.");
        made.line("decimals: " + rules.decimals());
        LookUpsYaml.write(rules.lookUps(), made::line);
        made.line("# How each file is read, and which column is which field.");
        LayoutYaml.write("left", rules.left(), made::line);
        LayoutYaml.write("right", rules.right(), made::line);
        if (!rules.rates().isEmpty()) {
            made.line("# What one unit of a currency is worth in another, from a day on.");
            RatesYaml.write(rules.rates(), made::line);
        }
        made.line("# Tried in order; each sees what the ones before it left over.");
        made.line("passes:");
        PassText passes = new PassText(made::line);
        rules.passes().forEach(passes::write);
        if (!rules.compare().isEmpty()) {
            made.line("# What must agree inside every match; a difference is a break.");
            made.line("compare:");
            CompareYaml.write(rules.compare(), made::line);
        }
        return made.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
