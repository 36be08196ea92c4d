package io.robotrader.engine.health;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What may be asked: who is let in, and what a request to act says. */
final class WatchRequest {

    /** What is answered to a request that is not let in, or not understood. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Who wants something, and why. */
    record Words(String who, String why) {}

    private static final int MOST_BYTES = 4096;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int OTHER_MEDIA = 415;

    private final HttpExchange exchange;

    WatchRequest(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * A page from elsewhere can have its own name resolved to this machine; the browser then still says that name. So only
     * the names of this machine are answered.
     */
    void requireThisMachine() throws Refused {
        String host = header("Host");
        int port = exchange.getLocalAddress().getPort();
        if (host == null || !isOurs(host, port)) {
            throw new Refused(FORBIDDEN, "Host must be localhost, 127.0.0.1 or [::1] with port " + port);
        }
    }

    private static boolean isOurs(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost:" + port) || name.equals("127.0.0.1:" + port) || name.equals("[::1]:" + port);
    }

    /** Only our own page, or a program, may act, and only with the token. */
    void requireRightToAct(String token) throws Refused {
        String origin = header("Origin");
        if (origin != null && !origin.equals("http://" + header("Host"))) {
            throw new Refused(FORBIDDEN, "Origin must be this server's own");
        }
        String site = header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refused(FORBIDDEN, "Sec-Fetch-Site must be same-origin, but was another");
        }
        String type = header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refused(OTHER_MEDIA, "Content-Type must be application/json");
        }
        String given = header("Authorization");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        // Equal time for any guess.
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(UNAUTHORIZED, "The token is missing or wrong: nothing was done.");
        }
    }

    Words words() throws IOException, Refused {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MOST_BYTES + 1);
        }
        if (body.length > MOST_BYTES) {
            throw new Refused(TOO_LARGE, "the body must be at most " + MOST_BYTES + " bytes, but was longer");
        }
        try (JsonParser parser = Json.parser(body)) {
            return words(parser);
        } catch (JacksonException e) {
            throw new Refused(BAD_REQUEST, "the body must be a JSON object with the texts who and why, but was not");
        }
    }

    private static Words words(JsonParser parser) throws Refused {
        String who = "";
        String why = "";
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Refused(BAD_REQUEST, "the body must be a JSON object, but was not");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new Refused(BAD_REQUEST, name + " must be a text, but was not");
            }
            if (name.equals("who")) {
                who = parser.getString().strip();
            } else if (name.equals("why")) {
                why = parser.getString().strip();
            } else {
                throw new Refused(BAD_REQUEST, "the body must have who and why, but had " + name);
            }
        }
        return new Words(required(who, "who"), required(why, "why"));
    }

    private static String required(String text, String name) throws Refused {
        if (text.isEmpty()) {
            throw new Refused(BAD_REQUEST, name + " must not be blank: whoever acts signs for it");
        }
        return text;
    }

    private @Nullable String header(String name) {
        Headers headers = exchange.getRequestHeaders();
        return headers.getFirst(name);
    }
}
