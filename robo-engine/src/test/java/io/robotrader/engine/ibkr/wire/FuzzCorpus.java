package io.robotrader.engine.ibkr.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The inputs that a fuzzer starts from, and those that it has found and are kept: one a line, a dot for a 0, and a
 * backslash and two hexadecimal digits for what cannot be printed.
 */
public final class FuzzCorpus {

    private static final String KEPT = "fuzz-corpus.txt";

    private FuzzCorpus() {}

    /**
     * {@code seeds DIR} writes what is kept and the messages of the tests into a folder, a file each; {@code recorded
     * DIR} writes the recordings that lie beside the project; {@code keep DIR} keeps the inputs of a folder.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "seeds" -> {
                write(folder, "kept", kept());
                write(folder, "message", messages());
            }
            case "recorded" -> write(folder, "recorded", recorded());
            case "keep" -> keep(folder);
            default -> throw new IllegalArgumentException("must be seeds, recorded or keep, but was " + args[0]);
        }
    }

    static List<byte[]> kept() throws IOException {
        try (InputStream in = FuzzCorpus.class.getResourceAsStream(KEPT)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .map(FuzzCorpus::read)
                            .toList();
        }
    }

    static List<byte[]> messages() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (String line : MessagesTest.lines()) {
            String[] parts = line.split(" ", 4);
            char kind = parts[0].equals("C") ? WireFuzz.CLIENT_MESSAGE : WireFuzz.SERVER_MESSAGE;
            inputs.add(WireFuzz.input(kind, Integer.parseInt(parts[1]), Wire.bytes(parts[3])));
        }
        inputs.add(session(WireFuzz.CLIENT_STREAM, "API·", "v157..178", "71·2·7··", "8·1·1·", "61·1·"));
        inputs.add(session(WireFuzz.SERVER_STREAM, "", "178·20260105 15:30:00 UTC·", "15·1·DU1·", "9·1·530·"));
        for (String number : List.of("-12", "189.5", "1.0E-5", "9223372036854775807", "1.7976931348623157E308")) {
            inputs.add(WireFuzz.input(WireFuzz.NUMBER, WireCodec.MIN_SERVER_VERSION, Wire.bytes(number)));
        }
        return inputs;
    }

    private static byte[] session(char kind, String prefix, String... frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(Wire.bytes(prefix));
        for (String frame : frames) {
            byte[] body = Wire.bytes(frame);
            stream.writeBytes(new byte[] {0, 0, (byte) (body.length >> 8), (byte) body.length});
            stream.writeBytes(body);
        }
        return WireFuzz.input(kind, WireCodec.MIN_SERVER_VERSION, stream.toByteArray());
    }

    private static List<byte[]> recorded() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (Map<String, Object> line : SharedFile.lines("recorded-messages.jsonl")) {
            int version = Integer.parseInt((String) line.get("server_version"));
            StringBuilder body = new StringBuilder();
            ((List<?>) line.get("fields")).forEach(field -> body.append(field).append('·'));
            inputs.add(WireFuzz.input(
                    WireFuzz.SERVER_MESSAGE,
                    Math.min(version, WireCodec.MAX_SERVER_VERSION),
                    Wire.bytes(body.toString())));
        }
        return inputs;
    }

    private static void write(Path folder, String name, List<byte[]> inputs) throws IOException {
        Files.createDirectories(folder);
        // The fuzzer wants the folder for what it finds to be there.
        Files.createDirectories(folder.resolveSibling("found"));
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(folder.resolve(name + i), inputs.get(i));
        }
    }

    private static void keep(Path folder) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lines.add(written(Files.readAllBytes(file)));
            }
        }
        String name = FuzzCorpus.class.getPackageName().replace('.', '/') + "/" + KEPT;
        Files.writeString(Path.of("src", "test", "resources").resolve(name), String.join("\n", lines) + "\n");
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
