package io.robotrader.engine.ibkr.wire;

/**
 * Messages out of frames, and into them, as the server version has it that both sides agreed on. There is one per
 * connection.
 *
 * <p>Up to server version 200 the protocol is text. What is above this interface does not see that.
 *
 * <p>One thread may decode while another encodes; two may not do the same at once.
 */
public interface WireCodec {

    /** The lowest server version that is spoken here. */
    int MIN_SERVER_VERSION = 157;

    /** The highest server version that is spoken here. */
    int MAX_SERVER_VERSION = 178;

    /**
     * The codec for a connection.
     *
     * @param serverVersion the version that the server has answered with
     * @return a codec of its own
     * @throws WireException if the version is not between {@link #MIN_SERVER_VERSION} and {@link #MAX_SERVER_VERSION}
     */
    static WireCodec of(int serverVersion) {
        if (serverVersion < MIN_SERVER_VERSION || serverVersion > MAX_SERVER_VERSION) {
            throw WireException.ofFrame(
                    "server version", "between " + MIN_SERVER_VERSION + " and " + MAX_SERVER_VERSION, serverVersion);
        }
        return new TextCodec(serverVersion);
    }

    /**
     * The version that both sides agreed on.
     *
     * @return the version
     */
    int serverVersion();

    /**
     * For a client: what the server says.
     *
     * @param frame a frame from the server, not needed any more afterwards
     * @return the message; an {@link UnknownMessage} if its id is not known
     * @throws WireException if the frame is not what the protocol says that it must be
     */
    ServerMessage decodeServerMessage(Frame frame);

    /**
     * For a server: what the client says.
     *
     * @param frame a frame from the client, not needed any more afterwards
     * @return the message; an {@link UnknownMessage} if its id is not known
     * @throws WireException if the frame is not what the protocol says that it must be
     */
    ClientMessage decodeClientMessage(Frame frame);

    /**
     * Adds a message to what is to be sent, as one frame. If it cannot be written the buffer is as it was.
     *
     * @param message the message
     * @param out what is to be sent
     * @throws IllegalArgumentException if the message has a value that cannot be written, such as a text with the
     *     character 0, a number that is not finite, or an extra that is no field of the message
     */
    void encode(WireMessage message, FrameBuffer out);
}
