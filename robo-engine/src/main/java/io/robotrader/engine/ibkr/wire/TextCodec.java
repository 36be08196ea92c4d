package io.robotrader.engine.ibkr.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text flavour: every field, the id included, is text and ends with a 0. */
final class TextCodec implements WireCodec {

    private final TextReader reader;
    private final TextWriter writer;

    TextCodec(int serverVersion) {
        reader = new TextReader(serverVersion);
        writer = new TextWriter(serverVersion);
    }

    @Override
    public int serverVersion() {
        return reader.serverVersion();
    }

    @Override
    public ServerMessage decodeServerMessage(Frame frame) {
        int id = idOf(frame);
        ServerMessage blank = at(Blanks.OF_SERVER, id);
        ServerMessage start = blank == null ? new UnknownMessage(id, List.of()) : blank;
        reader.in(start.getClass());
        ServerMessage message = start.layout(reader);
        reader.close();
        return message;
    }

    @Override
    public ClientMessage decodeClientMessage(Frame frame) {
        int id = idOf(frame);
        ClientMessage blank = at(Blanks.OF_CLIENT, id);
        ClientMessage start = blank == null ? new UnknownMessage(id, List.of()) : blank;
        reader.in(start.getClass());
        ClientMessage message = start.layout(reader);
        reader.close();
        return message;
    }

    private int idOf(Frame frame) {
        reader.open(frame);
        int id = reader.integerOrUnset("id", 0, Unset.EMPTY);
        if (id == Unset.INTEGER) {
            throw reader.invalid("id", "a whole number of 32 bits", "");
        }
        return id;
    }

    private static <T> @Nullable T at(@Nullable T[] blanks, int id) {
        return id >= 0 && id < blanks.length ? blanks[id] : null;
    }

    @Override
    public void encode(WireMessage message, FrameBuffer out) {
        int frame = out.begin();
        boolean done = false;
        try {
            writer.open(out, message.getClass());
            writer.integer("id", message.id());
            message.layout(writer);
            out.end(frame);
            done = true;
        } finally {
            if (!done) {
                out.backTo(frame);
            }
        }
    }
}
