package dev.recon.formats.nacha;

import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the records of a file in their order: header, batches, control, filling.
final class AchFile {
    private static final int PROOFS_MAX = 1000;
    private static final long HASH_TURN = 10_000_000_000L;

    private enum Place {
        BEFORE("the file header (1)"),
        BETWEEN("a batch header (5) or the file control (9)"),
        IN_BATCH("an entry (6), its addenda (7) or the batch control (8)"),
        BEHIND("records of nothing but nines");

        private final String expected;

        Place(String expected) {
            this.expected = expected;
        }
    }

    private final Delivery delivery;
    private final BankTable table;
    private final AchSums sums = new AchSums();
    private final List<DoorProof> proofs = new ArrayList<>();
    private Place place = Place.BEFORE;
    private @Nullable AchBatch batch;
    private @Nullable AchEntry entry;
    private boolean isAccounting;
    private long batches;

    AchFile(Delivery delivery, BankTable table) {
        this.delivery = delivery;
        this.table = table;
    }

    void take(AchRecord record) throws IOException {
        switch (record.type()) {
            case '1' -> {
                require(record, Place.BEFORE);
                requireSize(record);
                place = Place.BETWEEN;
            }
            case '5' -> {
                require(record, Place.BETWEEN);
                batch = new AchBatch(record);
                place = Place.IN_BATCH;
            }
            case '6' -> {
                AchBatch open = open(record);
                endEntry();
                entry = new AchEntry(record, open);
            }
            case '7' -> addendum(record);
            case '8' -> endBatch(record);
            case '9' -> endFile(record);
            default -> throw unexpected(record);
        }
    }

    void end() {
        if (place != Place.BEHIND) {
            throw delivery.problem(
                    "", "no file control (9)", "a file that ends with it", Mend.WHOLE);
        }
    }

    List<DoorProof> proofs() {
        return List.copyOf(proofs);
    }

    private void addendum(AchRecord record) {
        AchEntry of = entry;
        if (of != null) {
            of.add(record);
            return;
        }
        // An accounting entry that came back has its return in the place of the entry.
        throw record.problem(0, "an addenda record (7) without an entry", place.expected);
    }

    private void endEntry() throws IOException {
        if (entry != null && batch != null) {
            entry.end();
            batch.add(entry);
            table.write(entry.line());
            entry = null;
        }
    }

    private void endBatch(AchRecord record) throws IOException {
        AchBatch ended = open(record);
        endEntry();
        DoorProof proof = ended.prove(record);
        if (proofs.size() < PROOFS_MAX) {
            proofs.add(proof);
        }
        sums.add(ended.sums());
        isAccounting |= ended.isAccounting();
        batches++;
        batch = null;
        place = Place.BETWEEN;
    }

    private void endFile(AchRecord record) {
        if (place == Place.BEHIND) {
            if (!record.text().strip().matches("9+")) {
                throw unexpected(record);
            }
            return;
        }
        require(record, Place.BETWEEN);
        int amounts = isAccounting ? 20 : 12;
        new AchSums.Claim(record, 1, 7, "batch count").require(batches);
        new AchSums.Claim(record, 13, 21, "entry and addenda count").require(sums.records());
        new AchSums.Claim(record, 21, 31, "entry hash").require(sums.hash() % HASH_TURN);
        new AchSums.Claim(record, 31, 31 + amounts, "total debit").require(sums.debits());
        new AchSums.Claim(record, 31 + amounts, 31 + 2 * amounts, "total credit")
                .require(sums.credits());
        proofs.add(AchBatch.proof("file", sums));
        place = Place.BEHIND;
    }

    private static void requireSize(AchRecord record) {
        String size = record.field(34, 40);
        if (!size.equals("094101")) {
            throw record.problem(
                    34,
                    "record size, blocking factor and format '" + Excerpt.of(size) + "'",
                    "094101");
        }
    }

    private AchBatch open(AchRecord record) {
        AchBatch open = batch;
        if (open == null) {
            throw unexpected(record);
        }
        return open;
    }

    private void require(AchRecord record, Place wanted) {
        if (place != wanted) {
            throw unexpected(record);
        }
    }

    private RuntimeException unexpected(AchRecord record) {
        return record.problem(
                0,
                "a record that begins with '" + Excerpt.of(record.text().substring(0, 1)) + "'",
                place.expected);
    }
}
