package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs for Node that a test needs, fetched once into the folder of the build. Exactly those that are listed, each
 * checked by its digest before anything of it is unpacked; nothing of them is run meanwhile.
 */
final class NodePackages {

    private static final Path LIST = Path.of("src", "test", "node", "packages.txt");
    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private static final int DEADLINE_SECONDS = 120;

    private NodePackages() {}

    /** The folder that has them. Without Node, or without a way to get them, the test is skipped and says so. */
    static Path folder() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (String line : Files.readAllLines(LIST, StandardCharsets.UTF_8)) {
            String[] parts = line.split(" ", -1);
            names.add(parts[0]);
            digests.add(parts[1]);
        }
        Path folder = BUILD.resolve("node-" + Integer.toHexString(digests.hashCode()));
        Path fresh = Files.createTempDirectory(Files.createDirectories(BUILD), "node-");
        try {
            run(fresh, List.of("node", "--version"), "there is no node");
            if (Files.notExists(folder)) {
                fetch(fresh, names);
                check(fresh, digests);
                unpack(fresh);
                publish(fresh, folder);
            }
        } finally {
            delete(fresh);
        }
        return folder;
    }

    private static void fetch(Path fresh, List<String> names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm", "pack", "--prefer-offline", "--ignore-scripts"));
        command.addAll(List.of("--fetch-retries=0", "--fetch-timeout=20000"));
        command.addAll(names);
        run(fresh, command, "npm could not get " + names.get(0));
    }

    private static void check(Path fresh, List<String> digests) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path archive : archives(fresh)) {
            byte[] digest = sha512().digest(Files.readAllBytes(archive));
            found.add("sha512-" + Base64.getEncoder().encodeToString(digest));
        }
        assertThat(found).as("the digests of what npm has fetched").containsExactlyInAnyOrderElementsOf(digests);
    }

    private static void unpack(Path fresh) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm", "install", "--prefix", ".", "--offline"));
        command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--no-save"));
        archives(fresh).forEach(archive -> command.add("./" + archive.getFileName()));
        run(fresh, command, "npm could not unpack what it has fetched");
    }

    private static void publish(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another run may have been first, with the same; anything else is a failure.
            if (Files.notExists(folder)) {
                throw e;
            }
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(Path where, List<String> command, String otherwise)
            throws IOException, InterruptedException {
        Path log = where.resolve("log.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, () -> "skipped: " + otherwise + ": " + notThere.getMessage());
            return;
        }
        boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        assumeTrue(
                ended && process.exitValue() == 0,
                () -> "skipped: " + otherwise + (ended ? "" : " in " + DEADLINE_SECONDS + " s") + ": " + said);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return; // it was published
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
