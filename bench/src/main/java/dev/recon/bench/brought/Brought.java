package dev.recon.bench.brought;

import dev.recon.bench.Dice;
import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Every domain without rules, as a table: what of the truth is found, and what is wrong.
public final class Brought {
    static final long SEED = 1;

    private Brought() {}

    /// Prints a row for each domain whose name contains `named`, and one for all of them.
    public static void print(PrintStream out, String named) {
        List<Domain> domains = domains(named, domain -> domain.name().contains(named));
        out.println(Tally.HEAD);
        Tally all = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (Domain domain : domains) {
            Tally tally = tally(domain, SEED);
            out.println(tally.row(domain.name()));
            all = all.plus(tally);
        }
        out.println(all.row("**all**"));
    }

    /// Writes the two files of a domain, with the rules that are proposed for them.
    public static void write(Path folder, String name) throws IOException {
        Domain domain = domains(name, one -> one.name().equals(name)).getFirst();
        Files.createDirectories(folder);
        Drop drop = drop(domain, SEED);
        Files.writeString(folder.resolve("left.csv"), drop.left.text());
        Files.writeString(folder.resolve("right.csv"), drop.right.text());
        Proposal proposal = propose(drop);
        Files.writeString(folder.resolve("rules.yaml"), RuleSetYaml.write(proposal.rules()));
    }

    private static List<Domain> domains(String named, Predicate<Domain> wanted) {
        List<Domain> found = Domains.ALL.stream().filter(wanted).toList();
        if (found.isEmpty()) {
            String all = Domains.ALL.stream().map(Domain::name).collect(Collectors.joining("; "));
            throw new IllegalArgumentException(
                    "no domain is called '" + named + "'; there are: " + all);
        }
        return found;
    }

    /// What a run without rules makes of a domain; where none are proposed, all is missed.
    static Tally tally(Domain domain, long seed) {
        Drop drop = drop(domain, seed);
        Proposal proposal;
        try {
            proposal = propose(drop);
        } catch (InputProblem refused) {
            return Tally.ofNothing(drop.left.facts(), drop.right.facts());
        }
        var inputs =
                new Reconciler.Inputs(
                        left(drop), right(drop), proposal.rules(), Reconciler.Decided.NOTHING);
        try (Outcome outcome = Reconciler.run(inputs, Progress.NONE, 1)) {
            return Tally.of(outcome, drop.left.facts(), drop.right.facts());
        }
    }

    static Drop drop(Domain domain, long seed) {
        Drop drop = new Drop(new Dice(seed));
        domain.maker().accept(drop);
        return drop;
    }

    private static Proposal propose(Drop drop) {
        return Proposer.propose(
                Inspection.of(left(drop), StandardCharsets.UTF_8),
                Inspection.of(right(drop), StandardCharsets.UTF_8),
                Map.of());
    }

    private static ArrayBytes left(Drop drop) {
        return ArrayBytes.of("left.csv", drop.left.text());
    }

    private static ArrayBytes right(Drop drop) {
        return ArrayBytes.of("right.csv", drop.right.text());
    }
}
