using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Mail;

namespace Participatie.Web.Pages.Access;

/// <summary>Brings links to whoever they are for. Opening one changes nothing: what a mail server looks at first shows a button.</summary>
internal sealed class LinkMail(Outbox outbox, InterfaceWords words, TimeProvider clock)
{
    /// <summary>Whether links are mailed. They are shown on screen all the same.</summary>
    public bool IsOn => outbox.IsOn;

    public ValueTask AddAsync(WriteScope scope, string to, string name, HandOverLink link) => outbox.AddAsync(
        scope,
        new MailMessage(
            to,
            words[$"staff.mails.{link.Name}.subject"],
            string.Join(
                "\n\n",
                words.Format("staff.mails.hello", name),
                words[$"staff.mails.{link.Name}.text"],
                link.Address,
                words.Format("staff.mails.until", AccountInWords.Moment(link.Until, words)))));

    /// <summary>Nobody changes a password unseen by whose it is.</summary>
    public ValueTask TellPasswordChangedAsync(WriteScope scope, Account account) => outbox.AddAsync(
        scope,
        new MailMessage(
            account.Email!,
            words["staff.mails.changed.subject"],
            string.Join(
                "\n\n",
                words.Format("staff.mails.hello", account.Name),
                words.Format("staff.mails.changed.text", AccountInWords.Moment(clock.GetUtcNow(), words)),
                words["staff.mails.changed.not-you"])));
}
