package dev.recon.formats;

import dev.recon.engine.read.InputProblem;
import dev.recon.formats.Opened.Refused;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.BoundedStream;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Origin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A ZIP archive: its one file, or all its files in the order of their names when they are parts of
/// one table.
///
/// What an archive can do harm with is refused before anything is unpacked: names that lead out of
/// a folder, links, the same name twice, more than a thousand files, more bytes than allowed, more
/// than a hundred times its own size.
record Archive(Delivery delivery, Path path) {
    private static final String MEND = "Give the files themselves, or an archive of one of them.";

    /// Opens what is inside.
    ///
    /// @param door opens one unpacked file; archives are nothing to it
    Opened open(Door door) throws IOException {
        var contents = CentralDirectory.read(delivery, path);
        List<ArchiveMember> listed = contents.members();
        listed.forEach(member -> member.requireHarmless(delivery));
        List<ArchiveMember> files = chosen(listed.stream().filter(ArchiveMember::isFile).toList());
        try (var zip = new ZipFile(path.toFile(), contents.names());
                var parts = new Parts()) {
            var budget = new BoundedStream.Budget(delivery, Files.size(path));
            for (ArchiveMember file : files) {
                unpack(new Open(zip, budget, door, parts), file);
            }
            Text made = new JoinedText(delivery, files).join(parts.texts);
            parts.keep(made.path());
            return new Text(made.path(), delivery.name(), true, made.origin());
        } catch (ZipException failure) {
            throw delivery.problem(
                    "",
                    "a damaged ZIP archive: " + failure.getMessage(),
                    "a whole one",
                    "Fetch it again and check it with unzip -t. Nothing of it was used.");
        }
    }

    /// What it offers, where it holds several files and none of them is harmful.
    Optional<Origin> findOrigin() throws IOException {
        try {
            List<ArchiveMember> listed = CentralDirectory.read(delivery, path).members();
            listed.forEach(member -> member.requireHarmless(delivery));
            List<String> names =
                    listed.stream()
                            .filter(ArchiveMember::isFile)
                            .map(ArchiveMember::name)
                            .sorted()
                            .toList();
            return names.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new Origin(
                                    "zip",
                                    0,
                                    List.of(),
                                    List.of(),
                                    List.of(new Origin.Choice("member", "all", names))));
        } catch (InputProblem _) {
            return Optional.empty();
        }
    }

    private List<ArchiveMember> chosen(List<ArchiveMember> files) {
        List<String> names = files.stream().map(ArchiveMember::name).toList();
        if (files.isEmpty()) {
            throw delivery.problem("", "an archive without files", "one file or more", MEND);
        }
        if (delivery.choices().member().isEmpty()) {
            return files.stream().sorted(Comparator.comparing(ArchiveMember::name)).toList();
        }
        String wanted = delivery.choices().member().get();
        return List.of(
                files.stream()
                        .filter(file -> file.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(() ->
                                delivery.problem(
                                        "",
                                        "an archive with " + String.join(", ", names),
                                        "the file " + wanted + " in it",
                                        "Choose one of these names.")));
    }

    private void unpack(Open open, ArchiveMember file) throws IOException {
        ZipEntry entry = open.zip.getEntry(file.name());
        if (entry == null) {
            throw new ZipException("the file " + file.name() + " is listed and not there");
        }
        Path unpacked = open.parts.file(delivery.limits().folder());
        try (var bytes = new BoundedStream(open.zip.getInputStream(entry), open.budget)) {
            Files.copy(bytes, unpacked, StandardCopyOption.REPLACE_EXISTING);
        }
        switch (open.door.open(unpacked)) {
            case Refused(var problem, _) ->
                    throw delivery.problem(
                            file.name(), problem.found(), problem.expected(), problem.mend());
            case Text text -> open.parts.add(text);
        }
    }

    private record Open(ZipFile zip, BoundedStream.Budget budget, Door door, Parts parts) {}

    /// Opens one file that was unpacked.
    @FunctionalInterface
    interface Door {
        Opened open(Path file) throws IOException;
    }

    /// What was unpacked and unfolded on the way; all of it goes, but for what is kept.
    private static final class Parts implements Closeable {
        private final List<Path> files = new ArrayList<>();
        private final List<Text> texts = new ArrayList<>();

        Path file(Path folder) throws IOException {
            Path file = Files.createTempFile(folder, "recon-", ".member");
            files.add(file);
            return file;
        }

        void add(Text text) {
            texts.add(text);
            files.add(text.path());
        }

        void keep(Path file) {
            files.removeIf(file::equals);
        }

        @Override
        public void close() throws IOException {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
