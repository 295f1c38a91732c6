namespace Participatie.Web.Mail;

/// <summary>A mail as whoever writes it gives it: plain words.</summary>
/// <param name="To">One mail address.</param>
/// <param name="Subject">One line. It is kept after the mail was sent, so it names nobody.</param>
/// <param name="Text">Paragraphs and at most one link, on a line of its own. Who it is from and how to ask whether it is real is written
/// below it.</param>
public sealed record MailMessage(string To, string Subject, string Text);
