package io.robotrader.engine.ibkr.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a fuzzer of the messages starts from. */
public final class WireSeeds {

    static final FuzzCorpus CORPUS = new FuzzCorpus(WireSeeds.class);

    private WireSeeds() {}

    /**
     * {@code seeds DIR} writes what is kept and the messages of the tests into a folder, a file each; {@code recorded
     * DIR} writes the recordings that lie beside the project; {@code keep DIR} keeps the inputs of a folder.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "seeds" -> {
                FuzzCorpus.write(folder, "kept", CORPUS.kept());
                FuzzCorpus.write(folder, "message", messages());
            }
            case "recorded" -> FuzzCorpus.write(folder, "recorded", recorded());
            case "keep" -> CORPUS.keep(folder);
            default -> throw new IllegalArgumentException("must be seeds, recorded or keep, but was " + args[0]);
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
}
