package dev.recon.server.backup;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The log that a copy of a cluster needs to go on from: from its first segment on, as far as there
/// is one after the other.
///
/// @param files all from there on, and the histories of timelines
/// @param last the last segment that can be reached; none when the first is not there
/// @param isWhole whether no segment stands behind a gap
record LogSpan(List<LogFile> files, Optional<String> last, boolean isWhole) {
    LogSpan {
        files = List.copyOf(files);
    }

    /// @param copy what the `.json` of a copy says of it: `cluster`, `firstSegment`
    /// @throws IOException when it says neither
    static LogSpan of(JsonNode copy, Collection<LogFile> all) throws IOException {
        String cluster = copy.path("cluster").asString("");
        long first = firstPosition(copy);
        List<LogFile> files =
                all.stream()
                        .filter(file -> file.cluster().equals(cluster))
                        .filter(file -> file.isHistory() || file.position() >= first)
                        .sorted()
                        .toList();
        NavigableMap<Long, String> segments = new TreeMap<>();
        files.stream()
                .filter(LogFile::isSegment)
                .forEach(file -> segments.put(file.position(), file.name()));
        long end = first;
        while (segments.containsKey(end)) {
            end++;
        }
        return new LogSpan(
                files, Optional.ofNullable(segments.get(end - 1)), segments.tailMap(end).isEmpty());
    }

    /// @throws IOException when it names no segment
    static long firstPosition(JsonNode copy) throws IOException {
        String segment = copy.path("firstSegment").asString("");
        if (!segment.matches("[0-9A-F]{24}")) {
            throw new IOException(
                    "a copy of the cluster names no first segment of the log: \"" + segment + "\"");
        }
        return LogFile.position(segment);
    }
}
