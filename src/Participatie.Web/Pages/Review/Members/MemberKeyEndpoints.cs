using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;
using Participatie.Web.Pages.Access;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>
/// A member of the council makes a passkey, once come in by a link. It opens rounds and nothing else, and whose it is gets a mail: a link may
/// have been read by another.
/// </summary>
internal static class MemberKeyEndpoints
{
    public const string Remove = "weg";

    public static async Task<IResult> Get(string member, HttpContext context, MemberDesk desk, UserManager<Account> accounts, Passkeys passkeys) =>
        await OwnerAsync(member, context, desk, accounts) is { } account
            ? await ShowAsync(member, account, context, accounts, passkeys)
            : await ElsewhereAsync(member, context, desk);

    public static async Task<IResult> Post(
        string member,
        HttpContext context,
        IFormCollection form,
        MemberDesk desk,
        UserManager<Account> accounts,
        Passkeys passkeys,
        TellOfPasskey tell,
        InterfaceWords words)
    {
        if (await OwnerAsync(member, context, desk, accounts) is not { } account)
            return await ElsewhereAsync(member, context, desk);
        if (form[MemberEndpoints.Way] == Remove)
        {
            await passkeys.RemoveOfCouncilAsync(context, account);
            return new SeeOther(Addresses.MemberKey(member));
        }

        var answer = PasskeyForm.AnswerOf(form);
        if (answer.Credential.Length == 0)
            return await ShowAsync(member, account, context, accounts, passkeys, words["council.key.noscript"]);
        if ((await accounts.GetPasskeysAsync(account)).Count >= Passkeys.Most)
            return await ShowAsync(member, account, context, accounts, passkeys, words["council.key.most"]);
        if (!await passkeys.MakeForCouncilAsync(context, account, answer))
            return await ShowAsync(member, account, context, accounts, passkeys, words["council.key.stopped"]);
        await tell.TellAsync(account, context.RequestAborted);
        return new SeeOther(Addresses.MemberKey(member));
    }

    /// <summary>Who has no account, or did not come in on this device, makes none.</summary>
    private static async Task<IResult> ElsewhereAsync(string member, HttpContext context, MemberDesk desk) =>
        await desk.FindAsync(member, context) is null ? await MemberRight.GoneAsync(context)
        : MemberCookie.Of(context, member) is null ? new SeeOther(Addresses.Member(member))
        : Results.NotFound();

    private static async Task<Account?> OwnerAsync(string member, HttpContext context, MemberDesk desk, UserManager<Account> accounts) =>
        MemberCookie.Of(context, member) is not null && await desk.FindAsync(member, context) is { Account: { } id }
            && await accounts.FindByIdAsync(id) is { IsBlocked: false } account
            ? account
            : null;

    private static async Task<IResult> ShowAsync(
        string member, Account account, HttpContext context, UserManager<Account> accounts, Passkeys passkeys, string? refused = null) =>
        PageResult.Of<MemberKeyPage>(
            new MemberKeyView(
                member,
                await passkeys.AskToMakeAsync(context, account, Passkeys.OfCouncil),
                (await accounts.GetPasskeysAsync(account)).Any(one => one.Name == Passkeys.OfCouncil),
                refused),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Token">Of the link.</param>
/// <param name="Question">For the browser.</param>
/// <param name="HasOne">Made by a link.</param>
/// <param name="Refused">Why it did not work; null before anything was tried.</param>
public sealed record MemberKeyView(string Token, PasskeyQuestion Question, bool HasOne, string? Refused);

/// <summary>Mails a member that a passkey was made by the link.</summary>
internal sealed class TellOfPasskey(Outbox outbox, GroupedWriter writer, HelpDesk help)
{
    private static readonly InterfaceWords Words = InterfaceWords.For(Languages.EasyDutch, Audience.Council);

    public Task TellAsync(Account account, CancellationToken cancellationToken) => writer.WriteAsync(
        scope => outbox.AddAsync(
            scope,
            new MailMessage(account.Email!, Words["council.mail.key.subject"], Words.Format("council.mail.key.text", help.Phone))),
        cancellationToken);
}
