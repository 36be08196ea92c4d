package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port on loopback from when it is opened until it is shut, and the thread that lets clients in by it. */
final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final ServerSocket socket = new ServerSocket();
    private final BiConsumer<FrontDoor, Socket> guests;
    private final Thread porter = GatewayServer.thread("gateway-door", this::admit);

    /**
     * Opens it.
     *
     * @param port which port, 0 for one that is free
     * @param guests takes those that come in, on a thread of the door's; must not wait for anything
     */
    FrontDoor(int port, BiConsumer<FrontDoor, Socket> guests) throws IOException {
        this.guests = guests;
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        porter.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void admit() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                guests.accept(this, client);
            } catch (IOException e) {
                LOG.debug("The port is closed: {}", e.getMessage());
            }
        }
    }

    /** Shuts it for good: when this returns the port refuses, and nobody comes in any more who was not handed on. */
    void shut() {
        try {
            socket.close();
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
