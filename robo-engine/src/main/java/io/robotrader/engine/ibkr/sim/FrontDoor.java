package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port on loopback from when it is opened until it is shut, and the thread that lets clients in by it. */
final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private static final long PAUSE_MILLIS = 100;

    private final ServerSocketChannel channel = ServerSocketChannel.open();
    private final BiConsumer<FrontDoor, Connection> guests;
    private final int port;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread porter = GatewayServer.thread("gateway-door", this::admit);

    /**
     * Opens it.
     *
     * @param port which port, 0 for one that is free
     * @param guests takes those that come in, on a thread of the door's; must not wait for anything
     */
    FrontDoor(int port, BiConsumer<FrontDoor, Connection> guests) throws IOException {
        this.guests = guests;
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            this.port = channel.socket().getLocalPort();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        porter.start();
    }

    int port() {
        return port;
    }

    private void admit() {
        while (channel.isOpen()) {
            try {
                letIn(channel.accept());
            } catch (IOException e) {
                LOG.debug("Nobody comes in: {}", e.getMessage());
                pause();
            }
        }
    }

    private void letIn(SocketChannel client) throws IOException {
        try {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            guests.accept(this, new Connection(client, Connection.USUAL));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A client could not be let in", e);
            client.close();
        }
    }

    /** Where there are too many open files there are so for a while, and asking at once would keep a processor busy. */
    private void pause() {
        try {
            if (over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The port is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shuts it for good: when this returns the port refuses, and nobody comes in any more who was not handed on. */
    void shut() {
        try {
            over.countDown();
            channel.close();
        } catch (IOException e) {
            LOG.debug("The listening socket did not close well", e);
        }
        // The system goes on listening until the thread that waits for clients has let go of the socket.
        join(porter);
    }

    /** Waits for the end of a thread that is about to end, even if interrupted meanwhile. */
    static void join(Thread ending) {
        boolean interrupted = false;
        while (ending.isAlive()) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
