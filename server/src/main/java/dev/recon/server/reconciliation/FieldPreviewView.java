package dev.recon.server.reconciliation;

import dev.recon.engine.read.FieldPreview;
import java.util.List;

/// A field of the first lines of a file before and after, as it leaves the server.
///
/// @param faults what keeps the rule set from being one; then nothing was looked at
record FieldPreviewView(
        List<String> columns,
        int lines,
        int empty,
        int rejected,
        List<FieldPreview.Line> first,
        List<FieldPreview.Failed> failed,
        List<ProposalView.FaultView> faults) {
    static FieldPreviewView of(FieldPreview preview) {
        return new FieldPreviewView(
                preview.columns(),
                preview.lines(),
                preview.empty(),
                preview.rejected(),
                preview.first(),
                preview.failed(),
                List.of());
    }

    static FieldPreviewView of(List<ProposalView.FaultView> faults) {
        return new FieldPreviewView(List.of(), 0, 0, 0, List.of(), List.of(), faults);
    }
}
