package dev.recon.server.run;

import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.LinesAlone;
import dev.recon.engine.read.ReadResult;
import dev.recon.engine.rules.Needs;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.run.RunFacts.EntryFact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Looks at single entries: their lines are read from the file's segments, and understood by the
/// same reader that the run used.
@Component
public record RunEntries(RunFacts facts, RunRules rules, Utf8Files files) {
    /// Some entries of one side as a table of their own: row n is the n-th line asked for.
    ///
    /// @param lines their numbers in the file
    /// @param read the table, as the engine has it
    /// @param raw their entries as the file has them
    public record Picked(
            RuleSet rules,
            Side side,
            List<Integer> lines,
            ReadResult read,
            List<dev.recon.engine.read.Entry> raw) {
        public Table table() {
            return read.table();
        }

        /// The entries as people see them.
        public List<Entry> entries() {
            return IntStream.range(0, lines.size()).mapToObj(this::entry).toList();
        }

        /// The entry of a row with everything its line says.
        public Entry entry(int row) {
            return EntryView.of(this, row);
        }

        /// A field of the entry of a row as its file writes it, empty where there is none.
        public String written(int row, String field) {
            return raw.get(row).written(rules.layout(side), field);
        }

        /// The entry of a row as lists show it; what they do not show is not read.
        public Entry.Listed listed(int row) {
            return EntryView.listed(this, row);
        }
    }

    /// The entries of these lines.
    ///
    /// @throws IllegalStateException when one of them is no entry: ask [RunFacts] before
    public Picked pick(RunRow run, Side side, List<Integer> lines) {
        RuleSet ruleSet = rules.get(run);
        Layout layout = ruleSet.layout(side);
        Bytes file = files.open(run, side, layout);
        Header header = Header.read(file, layout.dialect());
        EntryReader reader = new EntryReader(file, layout, header);
        List<dev.recon.engine.read.Entry> raw = new ArrayList<>();
        for (int line : lines) {
            EntryFact fact =
                    facts.findEntry(run, side, line)
                            .orElseThrow(() -> new IllegalStateException("no entry " + line));
            raw.add(reader.at(fact.position(), line));
        }
        LinesAlone alone =
                new LinesAlone(file.name(), layout, Needs.of(ruleSet, side), ruleSet.decimals());
        return new Picked(ruleSet, side, List.copyOf(lines), alone.read(reader.head(), raw), raw);
    }
}
