package dev.recon.server.delivery;

import dev.recon.engine.mend.Mending;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.Records;
import dev.recon.engine.table.Bytes;
import dev.recon.server.delivery.DeliveryStore.Reading;
import dev.recon.server.file.DerivedFileStore;
import dev.recon.server.file.FileTables;
import dev.recon.server.file.Opening;
import dev.recon.server.platform.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Looks into deliveries: what their lines are like, and what they add.
@Component
record DeliveryReader(FileTables tables, DerivedFileStore derived, Home home) {
    /// So many lines are put together at most: they are held in memory.
    static final long MERGED_BYTES_MAX = 64L << 20;

    /// What a delivery is, beside the shape of the one before.
    Reading read(UUID workspaceId, UUID fileId, Optional<Shape> before) {
        try {
            return open(
                    workspaceId, fileId, (text, inspection) -> reading(text, inspection, before));
        } catch (InputProblem wrong) {
            return new Reading(
                    Delivery.REFUSED, wrong.problem().sentence(), 0, 0, null, "none", List.of());
        }
    }

    private static Reading reading(
            Merging.Text text, Inspection inspection, Optional<Shape> before) {
        Shape shape = Shape.of(inspection);
        Header header = inspection.header();
        Records records = new Records(text.bytes(), text.dialect(), header);
        int broken = 0;
        while (records.next()) {
            boolean isWhole = !records.isBroken() && records.cells() == header.columns().size();
            broken += isWhole ? 0 : 1;
        }
        Drift drift = before.map(each -> Drift.between(each, shape)).orElse(new Drift(List.of()));
        boolean isBreaking = drift.severity().equals(Change.BREAKING);
        return new Reading(
                isBreaking ? Delivery.HELD : Delivery.TAKEN,
                isBreaking
                        ? "Columns are gone or have other names. Look at them, then take the"
                                + " delivery, or deliver it again as before."
                        : null,
                records.line(),
                broken,
                before.map(shape::orAsBefore).orElse(shape),
                drift.severity(),
                drift.changes());
    }

    /// Writes all that was delivered before with what this delivery adds; nothing where they cannot
    /// be put together, and this one begins anew.
    Optional<Counted> merge(UUID workspaceId, UUID baseId, UUID fileId, Path made) {
        List<List<String>> replaced =
                derived.listMended(workspaceId, baseId).stream()
                        .flatMap(mended -> replaced(workspaceId, mended).stream())
                        .toList();
        return open(
                workspaceId,
                baseId,
                (base, _) ->
                        open(
                                workspaceId,
                                fileId,
                                (delivery, _) -> {
                                    long bytes = base.bytes().size() + delivery.bytes().size();
                                    return bytes <= MERGED_BYTES_MAX
                                                    && Merging.isPossible(base, delivery)
                                            ? Optional.of(
                                                    write(
                                                            base,
                                                            Merging.of(base, delivery, replaced),
                                                            made))
                                            : Optional.empty();
                                }));
    }

    /// A merging with what it came to.
    record Counted(Merging merging, Mending.Counts counts) {}

    /// The lines that were mended, as they were before.
    private List<List<String>> replaced(UUID workspaceId, DerivedFileStore.Mended mended) {
        return open(
                workspaceId,
                mended.baseId(),
                (before, _) ->
                        open(
                                workspaceId,
                                mended.fileId(),
                                (after, _) -> Merging.replaced(before, after)));
    }

    private static Counted write(Merging.Text base, Merging merging, Path made) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
            Mending mending = new Mending(base.bytes(), base.dialect());
            return new Counted(merging, mending.write(merging.lines(), _ -> true, out));
        }
    }

    /// What is done with an open text.
    @FunctionalInterface
    private interface Use<T> {
        T with(Merging.Text text, Inspection inspection) throws IOException;
    }

    private <T> T open(UUID workspaceId, UUID fileId, Use<T> use) {
        Opening opening = tables.open(workspaceId, fileId, Choices.NONE);
        Charset encoding =
                opening.dialect()
                        .map(Dialect::encoding)
                        .orElseGet(() -> Encodings.detect(opening.bytes()));
        try (Bytes text = Encodings.toUtf8(opening.bytes(), encoding, home.spool())) {
            Inspection inspection =
                    opening.dialect()
                            .map(dialect -> Inspection.ofAny(text, dialect))
                            .orElseGet(() -> Inspection.ofAny(text, encoding));
            return use.with(new Merging.Text(text, inspection.dialect()), inspection);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
