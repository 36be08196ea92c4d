package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The socket of one client. Whoever has something to say writes as much as the socket takes at once, and never waits for
 * it: one thread writes the rest when there is room, another one reads. A client that does not read what it is sent is cut
 * off once too much of it lies here.
 */
final class Connection implements ClientSession.Outlet {

    static final int MOST_UNSENT = 4 << 20;
    private static final int CHUNK = 1 << 16;
    private static final int LINGER_MILLIS = 1_000;

    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>(); // guarded by itself
    private int unsentBytes; // guarded by unsent
    private boolean closing; // guarded by unsent
    private volatile boolean said;

    Connection(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        readable = Selector.open();
        writable = Selector.open();
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    @Override
    public void write(byte[] bytes) {
        boolean broken = false;
        synchronized (unsent) {
            if (closing) {
                return;
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            if (unsent.isEmpty()) {
                try {
                    channel.write(rest);
                } catch (IOException e) {
                    broken = true;
                }
            }
            if (rest.hasRemaining()) {
                unsent.add(rest);
                unsentBytes += rest.remaining();
                unsent.notifyAll();
            }
            broken |= unsentBytes > MOST_UNSENT;
        }
        if (broken) {
            abort();
        }
    }

    @Override
    public void close() {
        synchronized (unsent) {
            closing = true;
            unsent.notifyAll();
        }
    }

    /** Closes at once; what is unsent is lost. */
    void abort() {
        close();
        synchronized (unsent) {
            unsent.clear();
            unsentBytes = 0;
        }
        try {
            channel.close();
            readable.close();
            writable.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }

    /** Reads until the client is gone, or has nothing to say any more. */
    void read(Consumer<byte[]> to) {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        try {
            for (int length = 0; length >= 0; length = channel.read(chunk.clear())) {
                if (length > 0) {
                    byte[] bytes = new byte[length];
                    chunk.flip().get(bytes);
                    to.accept(bytes);
                }
                boolean last = said;
                readable.selectedKeys().clear();
                if (readable.select(last ? LINGER_MILLIS : 0) == 0 && last) {
                    break;
                }
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            return; // a client may go as it likes
        } finally {
            abort();
        }
    }

    /** Writes what could not be written at once, until all has been said. */
    void writeAll() {
        try {
            while (isUnsent()) {
                writable.selectedKeys().clear();
                writable.select();
                synchronized (unsent) {
                    ByteBuffer next = unsent.peek();
                    if (next != null) {
                        unsentBytes -= channel.write(next);
                        if (!next.hasRemaining()) {
                            unsent.remove();
                        }
                    }
                }
            }
            // Reading goes on for a moment: with unread bytes left, the last words would be lost with the connection.
            channel.shutdownOutput();
            said = true;
            readable.wakeup();
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            abort();
        }
    }

    /** Waits until there is something to be written, or nothing ever will be. */
    private boolean isUnsent() {
        synchronized (unsent) {
            while (unsent.isEmpty() && !closing) {
                try {
                    unsent.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !unsent.isEmpty();
        }
    }
}
