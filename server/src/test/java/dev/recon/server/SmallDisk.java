package dev.recon.server;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of a few megabytes.
record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk mount(int megabytes) throws IOException {
        assumeThat(System.getProperty("user.name")).as("only root mounts").isEqualTo("root");
        Path folder = Files.createTempDirectory("recon-disk");
        Faults.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder + "");
        return new SmallDisk(folder);
    }

    void resize(int megabytes) {
        Faults.run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
    }

    @Override
    public void close() {
        Faults.run("umount", "--lazy", folder.toString());
    }
}
