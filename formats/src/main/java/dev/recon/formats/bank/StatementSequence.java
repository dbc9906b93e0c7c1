package dev.recon.formats.bank;

import dev.recon.formats.bank.Statement.Balance;
import dev.recon.formats.bank.Statement.Span;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The statements of a file, account by account, in the order of the file: each begins where the
/// one before it ended. Balances decide; sequence numbers explain, because many banks do not count.
final class StatementSequence {
    private static final int STATEMENTS_MAX = 200_000;

    private final Delivery delivery;
    private final Map<String, List<Span>> accounts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private int statements;

    StatementSequence(Delivery delivery) {
        this.delivery = delivery;
    }

    void add(Span span) {
        if (++statements > STATEMENTS_MAX) {
            throw delivery.problem(
                    span.statement().place(),
                    "more than " + STATEMENTS_MAX + " statements",
                    "fewer in one file",
                    "Split it into several files.");
        }
        Balance balance = span.opening() == null ? span.closing() : span.opening();
        String currency = balance == null ? "" : balance.currency();
        accounts.computeIfAbsent(
                        span.statement().account() + " " + currency, _ -> new ArrayList<>())
                .add(span);
    }

    List<String> notes() {
        return notes;
    }

    /// The proof of each account with several statements that give their balances.
    List<DoorProof> prove() {
        List<DoorProof> proofs = new ArrayList<>();
        for (List<Span> spans : accounts.values()) {
            Optional<Link> broken = firstBroken(spans);
            if (broken.isPresent() && firstBroken(spans.reversed()).isEmpty()) {
                notes.add(
                        spans.getFirst().statement().account()
                                + ": the newest statement is first.");
                spans = spans.reversed();
            } else if (broken.isPresent()) {
                throw broken.get().problem();
            }
            noteGaps(spans);
            proof(spans).ifPresent(proofs::add);
        }
        return proofs;
    }

    private Optional<DoorProof> proof(List<Span> spans) {
        long links = links(spans).stream().filter(Link::isKnown).count();
        Span first = spans.getFirst();
        Span last = spans.getLast();
        if (links == 0 || first.opening() == null || last.closing() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new DoorProof(
                        links + 1 + " statements of " + first.statement().account(),
                        "closing = next opening",
                        List.of(
                                new Figure("first opening", first.opening().toString()),
                                new Figure("last closing", last.closing().toString()))));
    }

    private void noteGaps(List<Span> spans) {
        for (Link link : links(spans)) {
            if (link.gap() > 0) {
                notes.add(link.gapSentence() + ", but the balances go on without a break.");
            }
        }
    }

    private Optional<Link> firstBroken(List<Span> spans) {
        return links(spans).stream().filter(link -> !link.holds()).findFirst();
    }

    private List<Link> links(List<Span> spans) {
        List<Link> links = new ArrayList<>();
        for (int at = 1; at < spans.size(); at++) {
            links.add(new Link(delivery, spans.get(at - 1), spans.get(at)));
        }
        return links;
    }

    /// Two statements of one account that follow each other.
    private record Link(Delivery delivery, Span before, Span after) {
        boolean isKnown() {
            return before.closing() != null && after.opening() != null;
        }

        boolean holds() {
            Balance closing = before.closing();
            Balance opening = after.opening();
            return closing == null || opening == null || closing.equalTo(opening);
        }

        /// How many numbers are missing in between; 0 where the bank does not count, and where the
        /// count begins again.
        long gap() {
            long from = before.statement().number();
            long to = after.statement().number();
            return from > 0 && to > from + 1 ? to - from - 1 : 0;
        }

        String gapSentence() {
            long from = before.statement().number() + 1;
            long to = after.statement().number() - 1;
            String missing =
                    from == to
                            ? "statement " + from + " is"
                            : "statements " + from + " to " + to + " are";
            return after.statement().account() + ": " + missing + " missing";
        }

        RuntimeException problem() {
            return delivery.problem(
                    String.valueOf(after.opening() == null ? "" : after.opening().place()),
                    "the opening balance " + after.opening() + " of " + after.statement().subject(),
                    "the closing balance "
                            + before.closing()
                            + " of "
                            + before.statement().subject()
                            + ", which stands before it",
                    mend());
        }

        private String mend() {
            long from = before.statement().number();
            long to = after.statement().number();
            if (gap() > 0) {
                return "Add what is missing: " + gapSentence() + ".";
            }
            if (to > 0 && to == from && before.statement().page() == after.statement().page()) {
                return "Statement " + to + " is there twice: keep one of the two.";
            }
            if (to > 0 && to < from) {
                return "Statement " + to + " stands behind " + from + ": put them in their order.";
            }
            return Mend.WHOLE;
        }
    }
}
