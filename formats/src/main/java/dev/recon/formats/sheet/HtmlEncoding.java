package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a web page is written in: as it says of itself, where its bytes can be that.
final class HtmlEncoding {
    private static final int HEAD_BYTES = 1 << 12;
    private static final Pattern SAID =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    /// What browsers take such names for. Source: WHATWG Encoding, 4.2.
    private static final Map<String, String> READ_AS =
            Map.of(
                    "iso-8859-1", "windows-1252",
                    "latin1", "windows-1252",
                    "us-ascii", "windows-1252",
                    "ascii", "windows-1252",
                    "iso-8859-9", "windows-1254",
                    "gb2312", "gb18030",
                    "gbk", "gb18030");

    private HtmlEncoding() {}

    static Charset of(Delivery delivery) throws IOException {
        Charset found = delivery.encoding();
        byte[] head;
        try (InputStream bytes = delivery.stream()) {
            head = bytes.readNBytes(HEAD_BYTES);
        }
        Matcher said = SAID.matcher(new String(head, StandardCharsets.ISO_8859_1));
        boolean proved = found.equals(StandardCharsets.UTF_8) || found.name().startsWith("UTF-16");
        if (proved || !said.find()) {
            return found;
        }
        String name = said.group(1).toLowerCase(Locale.ROOT);
        String read = READ_AS.getOrDefault(name, name);
        boolean other = Charset.isSupported(read) && !read.startsWith("utf-");
        return other ? Charset.forName(read) : found;
    }
}
