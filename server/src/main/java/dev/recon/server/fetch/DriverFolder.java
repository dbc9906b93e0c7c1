package dev.recon.server.fetch;

import java.io.IOException;
import java.io.Reader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder of drivers: in it one folder a driver, named as places name it, with the jars of the
/// driver and `driver.properties`, which says how it is used.
final class DriverFolder {
    private static final String DESCRIPTION = "driver.properties";
    private static final int PORT_MAX = 65_535;

    private DriverFolder() {}

    /// @throws IllegalArgumentException when a driver cannot be used as it is described
    static List<FolderDriver> read(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> Files.exists(each.resolve(DESCRIPTION)))
                    .sorted()
                    .map(DriverFolder::driver)
                    .toList();
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "EGRESS_DRIVERS names " + folder + ", which is no folder that can be read.",
                    failure);
        }
    }

    private static FolderDriver driver(Path folder) {
        String name = folder.getFileName().toString();
        Properties said = properties(folder.resolve(DESCRIPTION));
        require(folder, name.matches("[a-z0-9-]{1,40}"), "a name of small letters and digits");
        require(folder, !name.equals(PostgresDriver.NAME), "another name: that one is built in");
        String url = said.getProperty("url", "");
        require(
                folder,
                url.startsWith("jdbc:") && url.matches(".*\\{(host|address)}.*\\{port}.*"),
                "url, such as jdbc:kind://{host}:{port}/{database}");
        String port = said.getProperty("port", "");
        require(
                folder,
                port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= PORT_MAX,
                "port, a number");
        return new FolderDriver(
                name,
                said.getProperty("title", name),
                Integer.parseInt(port),
                url,
                said.getProperty("begin", ""),
                new FolderDriver.Options(
                        below(said, "option."), below(said, "plain."), below(said, "encrypted.")),
                load(folder, url));
    }

    private static Properties properties(Path file) {
        Properties said = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            said.load(in);
        } catch (IOException failure) {
            throw new IllegalArgumentException(file + " cannot be read.", failure);
        }
        return said;
    }

    private static Map<String, String> below(Properties said, String prefix) {
        return said.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(n -> n.substring(prefix.length()), said::getProperty));
    }

    /// The driver that the jars of the folder offer for such addresses. They are loaded beside the
    /// server's own, once, for as long as it runs.
    private static Driver load(Path folder, String url) {
        try (Stream<Path> files = Files.list(folder)) {
            URL[] jars =
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .map(DriverFolder::url)
                            .toArray(URL[]::new);
            ClassLoader loader = new URLClassLoader(jars, DriverFolder.class.getClassLoader());
            String example = url.replaceAll("\\{port}", "1").replaceAll("[{}]", "");
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(example)) {
                    return driver;
                }
            }
        } catch (IOException | java.sql.SQLException failure) {
            throw new IllegalArgumentException(folder + " cannot be read.", failure);
        }
        throw new IllegalArgumentException(
                folder
                        + " holds no jar with a driver for addresses such as "
                        + url
                        + ". Put the jar of the driver there.");
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new IllegalStateException("a path is always an address", failure);
        }
    }

    private static void require(Path folder, boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(folder + " needs " + expected + ".");
        }
    }
}
