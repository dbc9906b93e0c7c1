package dev.recon.formats.bank;

import dev.recon.formats.bank.Statement.Balance;
import dev.recon.formats.bank.Statement.Span;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proves statements while they are read: opening + entries = closing for each, and closing = next
/// opening along the sequence of one account. What fails holds the file, with the line that breaks
/// it.
public final class StatementProof {
    private static final int PROOFS_MAX = 1000;

    private final Delivery delivery;
    private final StatementSequence sequence;
    private final List<DoorProof> proofs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long unproved;
    private long proved;

    public StatementProof(Delivery delivery) {
        this.delivery = delivery;
        this.sequence = new StatementSequence(delivery);
    }

    /// Adds up the entries of one statement.
    public Tally begin(Statement statement) {
        return new Tally(statement);
    }

    /// Proves what spans all statements.
    ///
    /// @throws dev.recon.engine.read.InputProblem when a statement is missing, repeated, or does
    ///   not begin where the one before it ended
    public void end() {
        sequence.prove().forEach(this::add);
        notes.addAll(sequence.notes());
        if (unproved > 0) {
            notes.add(
                    unproved
                            + (unproved == 1 ? " statement gives" : " statements give")
                            + " no opening and closing balance: not proved.");
        }
        if (proved > PROOFS_MAX) {
            notes.add(proved - PROOFS_MAX + " more proofs hold.");
        }
    }

    /// Keeps a proof that holds.
    public void add(DoorProof proof) {
        proved++;
        if (proved <= PROOFS_MAX) {
            proofs.add(proof);
        }
    }

    public List<DoorProof> proofs() {
        return List.copyOf(proofs);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /// The running sum of one statement.
    public final class Tally {
        private final Statement statement;
        private final Suspects suspects = new Suspects();
        private @Nullable Balance opening;
        private @Nullable Balance closing;
        private BigDecimal sum = BigDecimal.ZERO;
        private long entries;
        private @Nullable Balance stranger;

        private Tally(Statement statement) {
            this.statement = statement;
        }

        public void opening(Balance balance) {
            opening = balance;
        }

        public void closing(Balance balance) {
            closing = balance;
        }

        /// Counts a booked entry.
        public void booked(Balance entry) {
            Balance first = opening;
            if (first != null && !first.currency().equals(entry.currency()) && stranger == null) {
                stranger = entry;
            }
            entries++;
            sum = sum.add(entry.amount());
            suspects.add(entry);
        }

        /// Proves opening + entries = closing, where the statement gives both.
        ///
        /// @throws dev.recon.engine.read.InputProblem when it does not hold
        public void end() {
            sequence.add(new Span(statement, opening, closing));
            if (opening == null || closing == null) {
                unproved++;
                return;
            }
            requireOneCurrency(opening, closing);
            BigDecimal counted = opening.amount().add(sum);
            BigDecimal missing = closing.amount().subtract(counted);
            if (missing.signum() != 0) {
                throw broken(opening, closing, missing);
            }
            add(
                    new DoorProof(
                            statement.subject(),
                            "opening + entries = closing",
                            List.of(
                                    new Figure("opening", opening.toString()),
                                    new Figure("entries", entries(closing)),
                                    new Figure("closing", closing.toString()))));
        }

        private String entries(Balance closing) {
            return Amounts.labelled(sum, closing.currency());
        }

        private void requireOneCurrency(Balance first, Balance last) {
            Balance other = first.currency().equals(last.currency()) ? stranger : last;
            if (other != null) {
                throw delivery.problem(
                        other.place(),
                        other + " in " + statement.subject(),
                        "the currency of its opening balance, " + first,
                        "The statement cannot be proved. " + Mend.ASK_BANK);
            }
        }

        private RuntimeException broken(Balance first, Balance last, BigDecimal missing) {
            String currency = last.currency();
            String counted =
                    "opening "
                            + first
                            + " and "
                            + entries
                            + (entries == 1 ? " entry" : " entries")
                            + " of together "
                            + entries(last);
            return delivery.problem(
                    last.place(),
                    "the closing balance " + last + " of " + statement.subject(),
                    Amounts.labelled(last.amount().subtract(missing), currency)
                            + ", because of "
                            + counted,
                    (missing.signum() < 0
                                    ? Amounts.labelled(missing.negate(), currency) + " too much"
                                    : Amounts.labelled(missing, currency) + " too little")
                            + " in the entries. "
                            + suspects.of(missing)
                            + Mend.WHOLE);
        }
    }
}
