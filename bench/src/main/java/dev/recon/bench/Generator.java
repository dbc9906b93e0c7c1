package dev.recon.bench;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Writes a ledger, a bank statement and what really belongs together.
///
/// `ledger.csv` has semicolons, decimal commas, days first, and money in debit and credit columns;
/// `bank.csv` has commas, decimal points, years first, signed amounts, and another order of lines.
/// The same rows and the same seed give the same bytes. `truth.csv` is for scoring alone.
public final class Generator implements Closeable {
    private static final DateTimeFormatter DAYS_FIRST = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int SHUFFLED = 2_000;
    private static final int PARTS_MAX = 4;

    private final BufferedWriter ledger;
    private final BufferedWriter bank;
    private final BufferedWriter truth;
    private final Dice dice;
    private final int rows;
    private final Shape shape;
    private final List<String> waiting = new ArrayList<>();
    private final List<String> leftIds = new ArrayList<>();
    private final List<String> rightIds = new ArrayList<>();
    private int events;
    private int leftRows;
    private int rightRows;
    private int groups;

    private Generator(Path folder, int rows, long seed, Shape shape) throws IOException {
        this.ledger = Files.newBufferedWriter(folder.resolve("ledger.csv"));
        this.bank = Files.newBufferedWriter(folder.resolve("bank.csv"));
        this.truth = Files.newBufferedWriter(folder.resolve("truth.csv"));
        this.dice = new Dice(seed);
        this.rows = rows;
        this.shape = shape;
    }

    /// Writes the three files and says how much is in them.
    ///
    /// @param rows about how many entries each side gets; the ledger has at least so many
    public static String generate(Path folder, int rows, long seed) throws IOException {
        return generate(folder, rows, seed, Shape.USUAL);
    }

    static String generate(Path folder, int rows, long seed, Shape shape) throws IOException {
        Files.createDirectories(folder);
        try (Generator made = new Generator(folder, rows, seed, shape)) {
            made.run();
            return "%d ledger entries, %d bank entries, %d groups"
                    .formatted(made.leftRows, made.rightRows, made.groups);
        }
    }

    private void run() throws IOException {
        ledger.write("document;posted;debit;credit;currency;customer;invoice;account\n");
        bank.write("booked,amount,currency,iban,reference,counterparty,remittance,statement_id\n");
        truth.write("group,kind,left_ids,right_ids\n");
        while (leftRows < rows) {
            Planted kind = Planted.thrown(dice);
            plant(kind, Event.thrown(dice, events++, rows).in(shape));
            String left = String.join(";", leftIds);
            String right = String.join(";", rightIds);
            truth.write(++groups + "," + kind.word + "," + left + "," + right + "\n");
            leftIds.clear();
            rightIds.clear();
        }
        while (!waiting.isEmpty()) {
            bank.write(waiting.remove(dice.below(waiting.size())));
        }
    }

    private void plant(Planted kind, Event event) throws IOException {
        String reference = event.reference();
        switch (kind) {
            case EXACT -> pair(event, event.later(dice.once(20) ? 1 : 0), reference, "transfer");
            case IN_TEXT -> pair(event, event, "", "payment of " + reference + ", thank you");
            case FEE -> pair(event, event.of(event.cents() - dice.between(1, 500)), reference, "");
            case NO_REFERENCE -> pair(event, event.later(dice.between(1, 3)), "", "transfer");
            case TYPO -> pair(event, event, typo(reference), "transfer");
            case SPLIT -> split(event);
            case BATCH -> batch(event);
            case DUPLICATE -> duplicate(event);
            case LEFT_ONLY -> left(event);
            case RIGHT_ONLY -> right(event, reference, "transfer");
        }
    }

    private void pair(Event left, Event right, String reference, String text) throws IOException {
        left(left);
        right(right, reference, text);
    }

    private void duplicate(Event event) throws IOException {
        pair(event, event, event.reference(), "transfer");
        if (dice.once(2)) {
            left(event);
        } else {
            right(event, event.reference(), "transfer");
        }
    }

    private void split(Event event) throws IOException {
        left(event);
        long rest = event.cents();
        for (int parts = dice.between(2, PARTS_MAX); parts > 0; parts--) {
            long part =
                    parts == 1 ? rest : rest / parts + (long) Long.signum(rest) * dice.below(50);
            rest -= part;
            right(event.of(part).later(dice.below(2)), "", "part payment");
        }
    }

    private void batch(Event event) throws IOException {
        long sum = 0;
        for (int parts = dice.between(2, PARTS_MAX); parts > 0; parts--) {
            Event part = event.numbered(events++).of(event.cents() / parts + dice.below(50));
            sum += part.cents();
            left(part);
        }
        right(event.of(sum).later(1), "", "several invoices");
    }

    private void left(Event event) throws IOException {
        String id = "D%08d".formatted(++leftRows);
        String amount = amount(Math.abs(event.cents())).replace('.', ',');
        String columns = event.cents() < 0 ? ";" + amount : amount + ";";
        ledger.write(
                String.join(
                        ";",
                        id,
                        event.day().format(DAYS_FIRST),
                        columns,
                        event.currency(),
                        event.party(),
                        event.reference(),
                        event.iban() + "\n"));
        leftIds.add(id);
    }

    private void right(Event event, String reference, String text) throws IOException {
        String id = "S%08d".formatted(++rightRows);
        waiting.add(
                String.join(
                        ",",
                        event.day().toString(),
                        amount(event.cents()),
                        event.currency(),
                        event.iban(),
                        reference,
                        event.party(),
                        "\"" + text + "\"",
                        id + "\n"));
        rightIds.add(id);
        if (waiting.size() > SHUFFLED) {
            int taken = dice.below(waiting.size());
            String line = waiting.set(taken, waiting.getLast());
            waiting.removeLast();
            bank.write(line);
        }
    }

    private String typo(String reference) {
        int at = dice.between(4, reference.length() - 1);
        int wrong = (reference.charAt(at) - '0' + dice.between(1, 9)) % 10;
        return reference.substring(0, at) + wrong + reference.substring(at + 1);
    }

    private static String amount(long cents) {
        long size = Math.abs(cents);
        return (cents < 0 ? "-" : "") + size / 100 + "." + size / 10 % 10 + size % 10;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        bank.close();
        truth.close();
    }
}
