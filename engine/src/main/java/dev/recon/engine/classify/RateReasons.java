package dev.recon.engine.classify;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rate.Quotes;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What exchange rates have to do with a break, in words.
final class RateReasons {
    private static final int PAIRS_SHOWN = 3;

    private RateReasons() {}

    /// Why no pass could convert an open entry; empty when one could, or when none does that.
    static String open(Facts facts, Side side, int row) {
        if (facts.counting().isPlain() || side == facts.rules().rates().into()) {
            return "";
        }
        int day = facts.table(side).dates().days()[row];
        List<Quotes> tried = tried(facts, facts.table(side).currency(row));
        if (tried.isEmpty() || tried.stream().anyMatch(quotes -> quotes.holdsOn(day))) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        tried.stream()
                .limit(PAIRS_SHOWN)
                .forEach(quotes -> words.append("; ").append(quotes.missing(day)));
        return words.toString();
    }

    /// The rates by which a pass may convert a currency.
    private static List<Quotes> tried(Facts facts, Currency from) {
        List<Quotes> tried = new ArrayList<>();
        for (CurrencyPair pair : facts.counting().exchange().pairs()) {
            boolean asked =
                    facts.rules().passes().stream()
                            .anyMatch(pass ->
                                    pass instanceof Pass.Fx fx
                                            && (fx.pairs().isEmpty() || fx.pairs().contains(pair)));
            if (asked
                    && pair.from().equals(from)
                    && facts.counting().targets().contains(pair.to())) {
                facts.counting().exchange().find(pair.from(), pair.to()).ifPresent(tried::add);
            }
        }
        return tried;
    }

    /// What a converted entry of a pair is worth, and by which rate.
    static String inMatch(Facts facts, Facts.Members members) {
        if (!facts.counting().isMixed(members.left(), members.right())) {
            return "";
        }
        if (members.left().length != 1 || members.right().length != 1) {
            return ", converted into " + facts.currency(members);
        }
        Side side = facts.rules().rates().into().other();
        int row = side == Side.LEFT ? members.left()[0] : members.right()[0];
        Currency in = facts.currency(members);
        Table table = facts.table(side);
        Money worth = new Money(in, facts.counting().units(side, row, in), table.decimals());
        Optional<String> rate =
                facts.counting()
                        .rates(side, row, in)
                        .map(quotes -> quotes.words(table.dates().days()[row]));
        return ": " + table.money(row) + " are " + worth + " by " + rate.orElse("a rate");
    }
}
