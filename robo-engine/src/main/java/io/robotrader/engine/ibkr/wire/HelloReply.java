package io.robotrader.engine.ibkr.wire;

/**
 * What the server answers to the {@link Hello}. It has no id.
 *
 * @param serverVersion the version to be spoken from here on
 * @param connectionTime when the server took the connection: date, time and zone as the server's machine calls it, with
 *     spaces and letters of any kind; for people to read
 */
public record HelloReply(int serverVersion, String connectionTime) {

    /**
     * Writes it.
     *
     * @param out what is to be sent
     * @throws IllegalArgumentException if the time contains the character 0
     */
    public void encode(FrameBuffer out) {
        int frame = out.begin();
        boolean done = false;
        try {
            TextWriter writer = new TextWriter(serverVersion);
            writer.open(out, HelloReply.class);
            layout(writer);
            out.end(frame);
            done = true;
        } finally {
            if (!done) {
                out.backTo(frame);
            }
        }
    }

    /**
     * Reads it.
     *
     * @param frame the first frame from the server
     * @return what the server answered
     * @throws WireException if it is not a version and a time
     */
    public static HelloReply decode(Frame frame) {
        TextReader reader = new TextReader(WireCodec.MIN_SERVER_VERSION);
        reader.open(frame);
        reader.in(HelloReply.class);
        HelloReply reply = new HelloReply(0, "").layout(reader);
        reader.close();
        return reply;
    }

    private HelloReply layout(Fields f) {
        return new HelloReply(f.integer("serverVersion", serverVersion), f.text("connectionTime", connectionTime));
    }
}
