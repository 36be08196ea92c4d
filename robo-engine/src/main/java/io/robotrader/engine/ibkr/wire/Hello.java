package io.robotrader.engine.ibkr.wire;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The first thing a client says: which server versions it speaks. On the wire it is {@code API} and a 0, and then a
 * frame whose body, unlike any other, does not end with a 0.
 *
 * @param minVersion the lowest server version that the client speaks
 * @param maxVersion the highest, at least {@code minVersion}
 * @param options what the client asks for besides, such as {@code +PACEAPI}; empty if nothing
 */
public record Hello(int minVersion, int maxVersion, String options) {

    /** What this library says: all versions that it speaks, and no options. */
    public static final Hello OURS = new Hello(WireCodec.MIN_SERVER_VERSION, WireCodec.MAX_SERVER_VERSION, "");

    private static final int LONGEST = 1024;

    /** Checks the versions. */
    public Hello {
        if (minVersion < 1 || minVersion > maxVersion) {
            throw new IllegalArgumentException(
                    "minVersion must be between 1 and maxVersion, but was " + minVersion + " of " + maxVersion);
        }
    }

    /**
     * Writes it, with the {@code API} before it.
     *
     * @param out what is to be sent
     */
    public void encode(FrameBuffer out) {
        out.ascii("API\0");
        int frame = out.begin();
        out.ascii("v" + minVersion + (minVersion == maxVersion ? "" : ".." + maxVersion));
        if (!options.isEmpty()) {
            out.text(" " + options);
        }
        out.end(frame);
    }

    /**
     * Reads it.
     *
     * @param frame the first frame of a client; the {@code API} before it is taken off by the {@link FrameDecoder}
     * @return what the client speaks
     * @throws WireException if that cannot be made out
     */
    public static Hello decode(Frame frame) {
        if (frame.length() > LONGEST) {
            throw WireException.ofFrame("hello length", "at most " + LONGEST, frame.length());
        }
        String body = new String(frame.toByteArray(), StandardCharsets.UTF_8);
        int space = body.indexOf(' ');
        String versions = space < 0 ? body : body.substring(0, space);
        int dots = versions.indexOf("..");
        int min = version(dots < 0 ? versions.length() : dots, 1, versions, body);
        int max = dots < 0 ? min : version(versions.length(), dots + 2, versions, body);
        if (!versions.startsWith("v") || min < 1 || min > max) {
            throw problem(body);
        }
        return new Hello(min, max, space < 0 ? "" : body.substring(space + 1));
    }

    private static int version(int to, int from, String versions, String body) {
        if (from >= to) {
            throw problem(body);
        }
        try {
            byte[] digits = versions.substring(from, to).getBytes(StandardCharsets.UTF_8);
            return Numbers.integer(digits, 0, digits.length);
        } catch (NumberFormatException e) {
            throw problem(body);
        }
    }

    private static WireException problem(String body) {
        return WireException.ofFrame("hello", "v, a version, two dots and a version not below it", body);
    }

    /**
     * For a server: what to answer.
     *
     * @param serverMin the lowest version that the server speaks
     * @param serverMax the highest
     * @return the highest version that both speak; empty if there is none, and the connection is to be closed
     */
    public OptionalInt agreed(int serverMin, int serverMax) {
        int highest = Math.min(serverMax, maxVersion);
        return highest >= Math.max(serverMin, minVersion) ? OptionalInt.of(highest) : OptionalInt.empty();
    }
}
