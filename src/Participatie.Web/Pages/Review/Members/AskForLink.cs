using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>
/// Mails new links to a member who asks. With an address that no member has the same is looked up and one line is written all the same, so
/// the answer does not say who is a member.
/// </summary>
internal sealed class AskForLink(
    FindRounds rounds, AddLink links, SignInTries tries, AuditLog audit, GroupedWriter writer, Outbox outbox, Catalogue catalogue, HelpDesk help)
{
    /// <summary>The newest: who was in more of them asks staff for the older ones.</summary>
    private const int Most = 3;

    private static readonly InterfaceWords Words = InterfaceWords.For(Languages.EasyDutch, Audience.Council);

    public bool CanMail => outbox.IsOn;

    /// <returns>How long to wait before it may be asked again; zero when it was done.</returns>
    public async Task<TimeSpan> AskAsync(string mail, IPAddress visitor, HttpContext context)
    {
        var wait = await tries.TakeAsync("council " + mail.Trim().ToUpperInvariant(), visitor, context.RequestAborted);
        if (wait > TimeSpan.Zero)
            return wait;
        var found = (await rounds.ByMailAsync(mail, context.RequestAborted)).Take(Most).ToList();
        audit.Say(
        [
            await writer.WriteAsync(
                async scope =>
                {
                    foreach (var member in found)
                        await MailAsync(scope, member, context);
                    return await audit.AppendAsync(
                        scope,
                        new AuditNote("", AuditNote.NetworkOf(visitor), "nieuwe link gevraagd", Said(found))
                        {
                            Result = found.Count == 0 ? AuditNote.Refused : AuditNote.Done,
                        });
                },
                context.RequestAborted),
        ]);
        return TimeSpan.Zero;
    }

    private async ValueTask MailAsync(WriteScope scope, ReviewMember member, HttpContext context)
    {
        string token;
        try
        {
            token = await links.AddAsync(scope, member);
        }
        catch (ReviewException)
        {
            // Staff ended it this very moment.
            return;
        }

        await outbox.AddAsync(scope, new MailMessage(
            member.Mail,
            Words["council.mail.again.subject"],
            string.Join(
                "\n\n",
                Words["council.mail.again.text"],
                PublicAddress.Of(context) + Addresses.Member(token),
                Words.Format("council.mail.phone", help.Phone))));
    }

    // What was typed may be anybody's address; of a member a number is said, as everywhere.
    private string Said(List<ReviewMember> found) => found.Count == 0
        ? "onbekend mailadres"
        : string.Join(", ", found.Select(one => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{catalogue.Lives.FirstOrDefault(life => life.ConsultationId == one.ConsultationId)?.Slug}, ronde {one.Round}, lid {one.Number}")));
}
