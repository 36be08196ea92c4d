package io.robotrader.engine.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;

/** The ways to a person that come with the engine. All of them are thread-safe. */
public final class AlertSinks {

    private static final Logger LOG = LoggerFactory.getLogger("io.robotrader.alerts");
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_OTHER = 300;

    private AlertSinks() {}

    /** {@return the program's log: logger {@code io.robotrader.alerts}, at the level of the alert's severity} */
    public static AlertSink log() {
        return alert -> {
            switch (alert.severity()) {
                case INFO -> LOG.info("{}: {}", alert.subject(), alert.text());
                case WARNING -> LOG.warn("{}: {}", alert.subject(), alert.text());
                case CRITICAL -> LOG.error("{}: {}", alert.subject(), alert.text());
            }
        };
    }

    /**
     * {@return a webhook: each alert is posted as a JSON object with {@code at}, {@code severity}, {@code subject} and {@code
     * text}, and any answer of 200 to 299 counts as delivered}
     *
     * <p>{@code text} is what chat systems with incoming webhooks show. Redirections are not followed, and the address, which
     * may be a secret, is in no message.
     *
     * @param address where to; http or https
     * @param patience how long to wait for the connection, and for the answer; positive
     * @throws IllegalArgumentException if the address is of another kind, or the patience not positive
     */
    public static AlertSink webhook(URI address, Duration patience) {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "address must begin with http: or https:, but began with " + scheme + ":");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive, but was " + patience);
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return alert -> post(client, address, patience, alert);
    }

    private static void post(HttpClient client, URI address, Duration patience, Alert alert) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json(alert)))
                .build();
        int status;
        try {
            status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the webhook was not waited for, as the thread was interrupted", e);
        } catch (IOException e) {
            // Its message may name the address; its kind says enough.
            throw new IOException(
                    "the webhook could not be reached: " + e.getClass().getSimpleName());
        }
        if (status < FIRST_SUCCESS || status >= FIRST_OTHER) {
            throw new IOException("the webhook must answer with 200 to 299, but answered " + status);
        }
    }

    private static String json(Alert alert) {
        return Json.write((JsonGenerator out) -> {
            out.writeStartObject();
            out.writeStringProperty("at", alert.at().toString());
            out.writeStringProperty("severity", alert.severity().name());
            out.writeStringProperty("subject", alert.subject());
            out.writeStringProperty("text", alert.text());
            out.writeEndObject();
        });
    }

    /**
     * {@return e-mail, one message an alert}
     *
     * <p>Needs {@code org.eclipse.angus:angus-mail} on the class or module path, which the engine does not bring by itself.
     *
     * @param server how it is sent, and to whom
     */
    public static AlertSink mail(MailServer server) {
        return new MailAlerts(Objects.requireNonNull(server, "server"));
    }
}
