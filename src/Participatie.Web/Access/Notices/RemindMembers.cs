using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Access.Notices;

/// <summary>
/// Mails whoever did not look yet, halfway the term of a round, with a link of their own. The mark that it was done and the mails are one
/// transaction, so another instance or a restart mails nobody twice.
/// </summary>
public sealed class RemindMembers(
    Catalogue catalogue, ReadReviews reviews, SignedOffForms forms, RemindRound remind, AddLink links, GroupedWriter writer, Outbox outbox,
    Settings settings, TimeProvider clock)
{
    private static readonly InterfaceWords Words = InterfaceWords.For(Languages.EasyDutch, Audience.Council);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Whoever has no mail is called: staff see who did not look.
        if (!outbox.IsOn)
            return;
        var today = Amsterdam.DayOf(clock.GetUtcNow());
        foreach (var life in catalogue.Lives.Where(life => life is { IsTrial: false, State: LifeState.InReview or LifeState.Open }))
        {
            var review = await reviews.OfAsync(life.ConsultationId, cancellationToken);
            if (review.Rounds is not [.., var round] || !round.WantsReminder(today))
                continue;
            var length = await forms.OfAsync(life.ConsultationId, round, cancellationToken);
            await writer.WriteAsync(scope => MailAsync(scope, life.ConsultationId, round, length), cancellationToken);
        }
    }

    private async ValueTask MailAsync(WriteScope scope, int consultationId, ReviewRound round, RoundLength length)
    {
        foreach (var member in await remind.RemindAsync(scope, consultationId, round.Number))
        {
            await outbox.AddAsync(scope, new MailMessage(
                member.Mail,
                Words["council.mail.remind.subject"],
                string.Join(
                    "\n\n",
                    Words.Format("council.mail.remind.text", Words.Day(round.DueOn!.Value)),
                    settings.PublicUrl!.GetLeftPart(UriPartial.Authority) + Addresses.Member(await links.AddAsync(scope, member)),
                    length.Mail(Words),
                    Words.Format("council.mail.phone", settings.HelpDesk.Phone))));
        }
    }
}
