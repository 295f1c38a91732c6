using System.Globalization;
using MimeKit;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>
/// Brings somebody the link to a round, by mail or by hand. That of somebody of the council, who can approve, goes to the address of the
/// account alone: an author never sees it. Only an administrator may hand it over.
/// </summary>
internal sealed class InviteToRound(
    CouncilDesk desk, InviteMember invite, RenewLink renew, Outbox outbox, HelpDesk help, InterfaceWords words)
{
    public async Task<IResult> RunAsync(RoundView view, IFormCollection form, HttpContext context)
    {
        var typed = TypedInvitee.From(form);
        try
        {
            return form[CouncilForm.Way].ToString() switch
            {
                CouncilForm.Invite => await InviteAsync(view, typed, context),
                CouncilForm.NewLink => await RenewAsync(view, CouncilForm.Number(form, CouncilForm.Member), context),
                _ => await EndAsync(view, CouncilForm.Number(form, CouncilForm.Member), context),
            };
        }
        catch (ReviewException refused)
        {
            return Refused(view, typed, desk.Because(refused, CouncilForm.Name));
        }
    }

    private async Task<IResult> InviteAsync(RoundView view, TypedInvitee typed, HttpContext context)
    {
        var account = view.Council.FirstOrDefault(one => one.Id.ToString() == typed.Account);
        if (account is null && typed.Account != CouncilForm.Anybody)
            return Refused(view, typed, new Refused([new Problem(CouncilForm.Account, words["staff.council.invite.none"])]));
        if (account is null && typed.Mail.Length > 0 && !MailboxAddress.TryParse(typed.Mail, out _))
            return Refused(view, typed, new Refused([new Problem(CouncilForm.Mail, words["staff.council.invite.mail.wrong"])]));
        var invitee = account is null
            ? new Invitee(typed.Name, typed.Mail, Account: null)
            : new Invitee(typed.Name.Length == 0 ? account.Name : typed.Name, account.Mail, account.Id.ToString());
        if (CannotReach(invitee.Account, context))
            return Refused(view, typed, new Refused([]) { Why = words["staff.council.invite.administrator"] });
        var (member, token) = await desk.RunAsync(context, view.Life.Slug, "lid uitgenodigd", async scope =>
        {
            var made = await invite.InviteAsync(scope, view.Life.ConsultationId, view.Round.Number, invitee, Staff.SaidOf(context.User));
            await MailAsync(scope, view, invitee.Mail, made.Token, context);
            return made;
        }, made => Said(view, made.Member.Number));
        return await MadeAsync(view, member.Number, invitee, token, context);
    }

    private async Task<IResult> RenewAsync(RoundView view, int number, HttpContext context)
    {
        var member = view.Members.FirstOrDefault(one => one.Number == number) ?? throw new ReviewException(ReviewRefusal.Unknown);
        if (CannotReach(member.Account, context))
            return Refused(view, TypedInvitee.Nothing, new Refused([]) { Why = words["staff.council.invite.administrator"] });
        var token = await desk.RunAsync(context, view.Life.Slug, "nieuwe link voor lid", async scope =>
        {
            var made = await renew.RenewAsync(scope, view.Life.ConsultationId, view.Round.Number, number, isEnded: false);
            await MailAsync(scope, view, member.Mail, made!, context);
            return made!;
        }, _ => Said(view, number));
        return await MadeAsync(view, number, new Invitee(member.Name, member.Mail, member.Account), token, context);
    }

    private async Task<IResult> EndAsync(RoundView view, int number, HttpContext context)
    {
        await desk.RunAsync(
            context,
            view.Life.Slug,
            "link van lid gestopt",
            scope => renew.RenewAsync(scope, view.Life.ConsultationId, view.Round.Number, number, isEnded: true),
            _ => Said(view, number));
        return new SeeOther(Addresses.Round(view.Life.Slug, view.Round.Number));
    }

    /// <summary>Shown in the answer to the POST itself: only a hash of it is stored, and nobody can ask for it again.</summary>
    private async Task<IResult> MadeAsync(RoundView view, int member, Invitee invitee, string token, HttpContext context)
    {
        var now = (await desk.RoundAsync(view.Life.Slug, view.Round.Number, context))!;
        return PageResult.Of<RoundPage>(now with
        {
            Made = new MadeLink(
                member,
                invitee.Account is null || Staff.IsAdministrator(context.User) ? LinkOf(token, context) : null,
                outbox.IsOn && invitee.Mail.Length > 0),
        });
    }

    private bool CannotReach(string? account, HttpContext context) =>
        account is not null && !outbox.IsOn && !Staff.IsAdministrator(context.User);

    private async ValueTask MailAsync(WriteScope scope, RoundView view, string mail, string token, HttpContext context)
    {
        if (mail.Length == 0)
            return;
        await outbox.AddAsync(scope, new MailMessage(
            mail,
            words["staff.council.mail.subject"],
            string.Join(
                "\n\n",
                words["staff.council.mail.text"],
                LinkOf(token, context),
                view.Length.Mail(InterfaceWords.For(Languages.EasyDutch, Audience.Council)),
                words.Format("staff.council.mail.phone", help.Phone))));
    }

    private static string LinkOf(string token, HttpContext context) => PublicAddress.Of(context) + Addresses.Member(token);

    // The log says a number: names are forgotten earlier than it is.
    private static string Said(RoundView view, int member) =>
        string.Create(CultureInfo.InvariantCulture, $"ronde {view.Round.Number}, lid {member}");

    private static IResult Refused(RoundView view, TypedInvitee typed, Refused refused) => PageResult.Of<RoundPage>(
        view with { Invited = typed, Refused = refused }, StatusCodes.Status422UnprocessableEntity);
}

/// <summary>Whom somebody wanted to invite, kept whatever was typed.</summary>
public sealed record TypedInvitee(string Account, string Name, string Mail)
{
    public static TypedInvitee Nothing { get; } = new("", "", "");

    internal static TypedInvitee From(IFormCollection form) => new(
        form[CouncilForm.Account].ToString(), form[CouncilForm.Name].ToString().Trim(), form[CouncilForm.Mail].ToString().Trim());
}

/// <summary>A link that was just made.</summary>
/// <param name="Member">For whom.</param>
/// <param name="Link">To hand over; null when it only went by mail.</param>
/// <param name="IsMailed">Whether it went by mail.</param>
public sealed record MadeLink(int Member, string? Link, bool IsMailed);
