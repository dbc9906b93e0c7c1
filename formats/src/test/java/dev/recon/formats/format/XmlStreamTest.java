package dev.recon.formats.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.InputProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The attacks on XML readers (S9): each is refused with its reason, and nothing is fetched.
class XmlStreamTest {
    @TempDir private Path folder;

    @Test
    void elementsAttributesAndTextsAreRead() throws IOException {
        assertThat(all("<a x='1'><b>t &amp; <![CDATA[<u>]]></b></a>"))
                .isEqualTo("<a x=1><b>t & <u></b></a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16"})
    void theDeclaredEncodingIsUsed(Charset encoding) throws IOException {
        String document = "<?xml version='1.0' encoding='" + encoding + "'?><a>Müller</a>";

        assertThat(all(document.getBytes(encoding))).isEqualTo("<a>Müller</a>");
    }

    @Test
    void aFileIsNeverFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");

        assertThat(refused("<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a>&e;</a>"))
                .contains("DTD");
    }

    @Test
    void anAddressIsNeverFetched() throws IOException {
        var asked = new AtomicInteger();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            refused("<!DOCTYPE a [<!ENTITY e SYSTEM '" + address + "'>]><a>&e;</a>");
            refused("<!DOCTYPE a SYSTEM '" + address + "'><a/>");
            refused("<!DOCTYPE a [<!ENTITY % p SYSTEM '" + address + "'> %p;]><a/>");
            all(
                    "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='"
                            + address
                            + "'/></a>");
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aBillionLaughsAreRefused() throws IOException {
        var document = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
        for (int level = 1; level < 30; level++) {
            String before = "&l" + (level - 1) + ";";
            document.append("<!ENTITY l" + level + " '" + before.repeat(10) + "'>");
        }

        assertThat(refused(document + "]><a>&l29;</a>")).contains("DTD");
    }

    @Test
    void quadraticBlowUpIsRefused() throws IOException {
        assertThat(
                        refused(
                                "<!DOCTYPE a [<!ENTITY e '"
                                        + "x".repeat(100_000)
                                        + "'>]><a>"
                                        + "&e;".repeat(100_000)
                                        + "</a>"))
                .contains("DTD");
    }

    @Test
    void anEntityOfNoDeclarationIsRefused() throws IOException {
        assertThat(refused("<a>&nowhere;</a>")).contains("found");
    }

    @Test
    void depthIsBounded() throws IOException {
        assertThat(refused("<a>".repeat(5_000))).containsIgnoringCase("depth");
    }

    @Test
    void attributesAreBounded() throws IOException {
        var document = new StringBuilder("<a");
        for (int n = 0; n < 1_000; n++) {
            document.append(" a" + n + "=''");
        }

        assertThat(refused(document + "/>")).containsIgnoringCase("attribute");
    }

    @Test
    void textsAreBounded() throws IOException {
        String longText = "x".repeat(3 << 20);

        assertThat(refused("<a>" + longText + "</a>")).contains("limit");
        assertThat(refused("<a><![CDATA[" + longText + "]]></a>")).contains("limit");
        assertThat(refused("<a x='" + longText + "'/>")).contains("limit");
    }

    @Test
    void commentsAreBounded() throws IOException {
        assertThat(refused("<a><!--" + "x".repeat(3 << 20) + "--></a>")).contains("limit");
    }

    @Test
    void oddEncodingsAreRefused() throws IOException {
        assertThat(refused("<?xml version='1.0' encoding='UTF-7'?><a/>")).contains("UTF-7");
        assertThat(refused("<?xml version='1.0' encoding='IBM037'?><a/>")).contains("IBM037");
    }

    @Test
    void aBrokenDocumentNamesItsPlace() throws IOException {
        assertThat(refused("<a>\n<b></a>")).contains("given.xml, line 2").contains("broken XML");
        assertThat(refused("<a>")).contains("broken XML");
    }

    @Test
    void bytesOfAnotherEncodingAreRefused() throws IOException {
        var file =
                Files.write(
                        folder.resolve("file"),
                        "<a>Müller</a>".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(InputProblem.class)
                .isThrownBy(() -> all(Files.readAllBytes(file)))
                .withMessageContaining("UTF-8");
    }

    private String refused(String document) throws IOException {
        var seen = new StringBuilder();
        try {
            seen.append(all(document));
        } catch (InputProblem problem) {
            return problem.problem().sentence();
        }
        throw new AssertionError("was read: " + seen);
    }

    private String all(String document) throws IOException {
        return all(document.getBytes(UTF_8));
    }

    private String all(byte[] document) throws IOException {
        Path file = Files.write(folder.resolve("given"), document);
        var delivery = new Delivery(file, "given.xml", Limits.standard(), Choices.NONE);
        var all = new StringBuilder();
        try (XmlStream xml = XmlStream.open(delivery)) {
            while (xml.next()) {
                if (xml.isStart()) {
                    all.append('<').append(xml.name());
                    for (int at = 0; at < xml.attributes(); at++) {
                        all.append(' ' + xml.attributeName(at) + '=' + xml.attributeValue(at));
                    }
                    all.append('>');
                } else if (xml.isEnd()) {
                    all.append("</").append(xml.name()).append('>');
                } else {
                    all.append(xml.text());
                }
            }
        }
        return all.toString();
    }
}
