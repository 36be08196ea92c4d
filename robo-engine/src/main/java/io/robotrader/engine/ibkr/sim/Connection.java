package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The socket of one client. Whoever has something to say writes as much as the socket takes at once, and never waits for
 * it: one thread writes the rest when there is room, another one reads. A client that takes nothing for some time while
 * much waits for it is cut off, and so is one for which far too much waits, and one that does not say who it is.
 */
final class Connection implements ClientSession.Outlet {

    /**
     * How long a client is borne with, in real time, and how much is kept for it.
     *
     * @param helloMillis for how long it may leave open who it is
     * @param stallMillis for how long it may take nothing while more than {@code waiting} bytes wait for it
     * @param lingerMillis for how long it is listened to and waited for once all is over
     * @param waiting so many bytes may wait, however long it takes nothing
     * @param mostWaiting no more bytes than this ever wait
     */
    record Patience(int helloMillis, int stallMillis, int lingerMillis, int waiting, int mostWaiting) {}

    static final Patience USUAL = new Patience(30_000, 5_000, 1_000, 4 << 20, 64 << 20);
    private static final int CHUNK = 1 << 16;
    private static final int MOST_THROWN_AWAY = 8 << 20;

    private final SocketChannel channel;
    private final Patience patience;
    private final Selector readable;
    private final Selector writable;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>(); // guarded by itself
    private int unsentBytes; // guarded by unsent
    private boolean closing; // guarded by unsent
    private volatile boolean said;

    /** Takes a channel over, which is closed if that does not succeed. */
    Connection(SocketChannel channel, Patience patience) throws IOException {
        this.channel = channel;
        this.patience = patience;
        Selector first = null;
        Selector second = null;
        try {
            channel.configureBlocking(false);
            first = Selector.open();
            second = Selector.open();
            channel.register(first, SelectionKey.OP_READ);
            channel.register(second, SelectionKey.OP_WRITE);
        } catch (IOException | RuntimeException e) {
            channel.close();
            if (first != null) {
                first.close();
            }
            if (second != null) {
                second.close();
            }
            throw e;
        }
        readable = first;
        writable = second;
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
            broken |= unsentBytes > patience.mostWaiting();
        }
        if (broken) {
            abort();
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        synchronized (unsent) {
            if (!closing) {
                closing = true;
                unsent.notifyAll();
                writable.wakeup();
            }
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

    /**
     * Reads until the client is gone, or has nothing to say any more.
     *
     * @param to takes what it says
     * @param isKnown whether it has said who it is, asked on this thread
     */
    void read(Consumer<byte[]> to, BooleanSupplier isKnown) {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience.helloMillis());
        boolean over = false;
        int thrownAway = 0;
        try {
            for (int length = 0; length >= 0; length = channel.read(chunk.clear())) {
                if (said && !over) {
                    over = true;
                    end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience.lingerMillis());
                }
                if (over) {
                    thrownAway += length;
                } else if (length > 0) {
                    byte[] bytes = new byte[length];
                    chunk.flip().get(bytes);
                    to.accept(bytes);
                }
                boolean limited = over || !isKnown.getAsBoolean();
                long left = limited ? TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) : 0;
                if (limited && (left <= 0 || thrownAway > MOST_THROWN_AWAY)) {
                    break;
                }
                readable.selectedKeys().clear();
                readable.select(left);
            }
        } catch (IOException | ClosedSelectorException e) {
            return; // a client may go as it likes
        } finally {
            abort();
        }
    }

    /** Writes what could not be written at once, until all has been said or the client does not take it. */
    void writeAll() {
        try {
            boolean last = false;
            while (isUnsent()) {
                if (!last && isClosing()) {
                    last = true;
                    writable.selectNow(); // the call that was to wake this thread is not for the wait that comes
                }
                writable.selectedKeys().clear();
                boolean ready = writable.select(last ? patience.lingerMillis() : patience.stallMillis()) > 0;
                if (!ready && (last || isTooMuch())) {
                    abort();
                    return;
                }
                writeSome();
            }
            // Reading goes on for a moment: with unread bytes left, the last words would be lost with the connection.
            channel.shutdownOutput();
            said = true;
            readable.wakeup();
        } catch (IOException | ClosedSelectorException e) {
            abort();
        }
    }

    private void writeSome() throws IOException {
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

    private boolean isClosing() {
        synchronized (unsent) {
            return closing;
        }
    }

    /** Whether more waits than may wait for somebody who takes nothing; one that is being closed is waited for anew. */
    private boolean isTooMuch() {
        synchronized (unsent) {
            return !closing && unsentBytes > patience.waiting();
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
