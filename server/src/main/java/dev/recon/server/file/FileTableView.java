package dev.recon.server.file;

import dev.recon.engine.read.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file is with some choices, and how its entries begin.
///
/// @param chosen what was chosen, by name
/// @param state `ready` or `held`
/// @param problem why it is held, or why its entries cannot be shown
/// @param columns the names of its columns
/// @param first its first entries
public record FileTableView(
        Map<String, String> chosen,
        String state,
        @Nullable OriginView origin,
        @Nullable Problem problem,
        List<String> columns,
        List<List<String>> first) {}
