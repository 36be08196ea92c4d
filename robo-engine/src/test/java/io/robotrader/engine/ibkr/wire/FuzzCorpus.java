package io.robotrader.engine.ibkr.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The inputs that a fuzzer has found and that are kept: one a line, a dot for a 0, and a backslash and two hexadecimal
 * digits for what cannot be printed.
 *
 * @param owner beside whose name the file of the inputs lies
 */
public record FuzzCorpus(Class<?> owner) {

    private static final String KEPT = "fuzz-corpus.txt";

    /** What is kept. */
    public List<byte[]> kept() throws IOException {
        try (InputStream in = owner.getResourceAsStream(KEPT)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .map(FuzzCorpus::read)
                            .toList();
        }
    }

    /** Writes inputs into a folder, a file each. */
    public static void write(Path folder, String name, List<byte[]> inputs) throws IOException {
        Files.createDirectories(folder);
        // The fuzzer wants the folder for what it finds to be there.
        Files.createDirectories(folder.resolveSibling("found"));
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(folder.resolve(name + i), inputs.get(i));
        }
    }

    /** Keeps the inputs of a folder, and no others. */
    public void keep(Path folder) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lines.add(written(Files.readAllBytes(file)));
            }
        }
        String name = owner.getPackageName().replace('.', '/') + "/" + KEPT;
        Path file = Path.of("src", "test", "resources").resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static String written(byte[] input) {
        StringBuilder line = new StringBuilder();
        for (byte b : input) {
            if (b == 0) {
                line.append('·');
            } else if (b >= ' ' && b < 0x7F && b != '\\') {
                line.append((char) b);
            } else {
                line.append(String.format(Locale.ROOT, "\\%02x", b));
            }
        }
        return line.toString();
    }

    static byte[] read(String line) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                input.write(Integer.parseInt(line.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                input.write(c == '·' ? 0 : c);
            }
        }
        return input.toByteArray();
    }
}
