package io.robotrader.engine.health;

import io.robotrader.engine.health.MailServer.Login;
import io.robotrader.engine.health.MailServer.Security;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Date;
import java.util.Properties;

/** Sends each alert as a message of plain text. Apart from everything else, as Jakarta Mail is there for it alone. */
final class MailAlerts implements AlertSink {

    private final MailServer server;
    private final Session session;

    MailAlerts(MailServer server) {
        this.server = server;
        this.session = session(server);
    }

    private static Session session(MailServer server) {
        String patience = Long.toString(server.patience().toMillis());
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", server.host());
        settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
        settings.setProperty("mail.smtp.connectiontimeout", patience);
        settings.setProperty("mail.smtp.timeout", patience);
        settings.setProperty("mail.smtp.writetimeout", patience);
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        settings.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        Authenticator login = server.login().map(MailAlerts::authenticator).orElse(null);
        return Session.getInstance(settings, login);
    }

    private static Authenticator authenticator(Login login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password());
            }
        };
    }

    @Override
    public void deliver(Alert alert) throws IOException {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(server.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(server.to(), true));
            // A line break in a subject would begin another header.
            message.setSubject(
                    "[robo-trader] " + alert.severity() + ": " + alert.subject().replaceAll("\\s+", " "), "UTF-8");
            message.setSentDate(Date.from(alert.at()));
            message.setText(alert.text() + "\n\n" + alert.at() + "\n", "UTF-8");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IOException("the mail to " + server.to() + " by " + server.host() + " was not sent", e);
        }
    }
}
