package dev.recon.engine.report;

import java.util.List;

/// Horizontal bars as SVG.
final class HtmlBars {
    private static final int WIDTH = 1000;
    private static final int VISIBLE = 4;

    private HtmlBars() {}

    /// One part of a bar.
    ///
    /// @param style the class of its colour
    record Part(String style, String word, long count) {}

    /// All parts side by side. A part that is there is never too thin to be seen.
    static String stacked(String label, List<Part> parts) {
        long whole = Math.max(1, parts.stream().mapToLong(Part::count).sum());
        StringBuilder bar = new StringBuilder(open("bar", label + ": " + words(parts)));
        long before = 0;
        int at = 0;
        long missing = parts.stream().filter(part -> part.count() > 0).count();
        for (Part part : parts) {
            if (part.count() > 0) {
                missing--;
                before += part.count();
                int end = (int) ((double) before / whole * WIDTH);
                end = Math.clamp(end, at + VISIBLE, (int) (WIDTH - missing * VISIBLE));
                bar.append(rectangle(part.style(), at, end - at));
                at = end;
            }
        }
        return bar.append("</svg>").toString();
    }

    /// One value on a scale from 0 to `most`.
    static String single(String style, long value, long most) {
        int width = (int) ((double) value / Math.max(1, most) * WIDTH);
        StringBuilder bar = new StringBuilder("<svg class=\"mini\" viewBox=\"0 0 1000 10\"");
        bar.append(" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        bar.append(rectangle("track", 0, WIDTH));
        if (value > 0) {
            bar.append(rectangle(style, 0, Math.max(width, VISIBLE)));
        }
        return bar.append("</svg>").toString();
    }

    private static String open(String style, String label) {
        return "<svg class=\"%s\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\""
                        .formatted(style)
                + " aria-label=\"%s\">".formatted(Html.escape(label));
    }

    private static String rectangle(String style, int x, int width) {
        return "<rect class=\"%s\" x=\"%d\" width=\"%d\" height=\"10\"/>"
                .formatted(style, x, width);
    }

    private static String words(List<Part> parts) {
        return String.join(
                ", ",
                parts.stream().map(part -> Html.count(part.count()) + " " + part.word()).toList());
    }
}
