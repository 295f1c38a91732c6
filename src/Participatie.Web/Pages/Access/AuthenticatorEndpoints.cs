using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering.Paper;

namespace Participatie.Web.Pages.Access;

/// <summary>Sets up the app that makes codes. The key stands in the page, sealed for this account, until a code of it was right.</summary>
internal static class AuthenticatorEndpoints
{
    public static async Task<IResult> Get(
        HttpContext context, IDataProtectionProvider keys, IHostEnvironment environment, InterfaceWords words) =>
        await HalfSession.OfAsync(context) switch
        {
            null => new SeeOther(Addresses.SignIn),
            { SecondStepByLink: true } => PageResult.Of<AskForLinkPage>(new object(), StatusCodes.Status403Forbidden),
            { TotpKey: null } account => Show(context, account, Totp.NewKey(), keys, environment, words, []),
            _ => new SeeOther(Addresses.SecondStep),
        };

    public static async Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        SecondStep step,
        IDataProtectionProvider keys,
        IHostEnvironment environment,
        InterfaceWords words)
    {
        if (await HalfSession.OfAsync(context) is not { TotpKey: null, SecondStepByLink: false } account)
            return new SeeOther(Addresses.SignIn);
        if (environment.IsDevelopment() && form[AccessForm.Way] == AccessForm.Later)
        {
            await HalfSession.FinishAsync(context, account, StartSession.WithPasswordAlone);
            return new SeeOther(SignInEndpoints.TargetOf(context));
        }

        if (Open(form[AccessForm.Key].ToString(), account, keys) is not { } key)
            return new SeeOther(Addresses.SetUpSecondStep);
        var codes = await step.SetUpAsync(
            account, key, form[AccessForm.Code].ToString(), VisitorAddress.Of(context), context.RequestAborted);
        if (codes is null)
            return Show(context, account, key, keys, environment, words, [new Problem(AccessForm.Code, words["staff.code.wrong"])]);
        await HalfSession.FinishAsync(context, account, StartSession.WithApp);
        return PageResult.Of<RecoveryCodesPage>(new RecoveryCodesView(codes, SignInEndpoints.TargetOf(context)));
    }

    private static IResult Show(
        HttpContext context,
        Account account,
        byte[] key,
        IDataProtectionProvider keys,
        IHostEnvironment environment,
        InterfaceWords words,
        IReadOnlyList<Problem> problems) =>
        PageResult.Of<AuthenticatorPage>(
            ViewOf(context, account, key, keys, words, environment.IsDevelopment(), problems),
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    internal static AuthenticatorView ViewOf(
        HttpContext context,
        Account account,
        byte[] key,
        IDataProtectionProvider keys,
        InterfaceWords words,
        bool mayWait,
        IReadOnlyList<Problem> problems) => new()
    {
        Picture = QrCode.Of(Totp.AddressOf(key, $"{words["frame.name"]} {new Uri(PublicAddress.Of(context)).Host}", account.Email!)),
        KeyInGroups = Totp.GroupsOf(key),
        Key = Sealing(account, keys).Protect(Convert.ToHexString(key)),
        MayWait = mayWait,
        Problems = problems,
    };

    internal static byte[]? Open(string sealedUp, Account account, IDataProtectionProvider keys)
    {
        try
        {
            return Convert.FromHexString(Sealing(account, keys).Unprotect(sealedUp));
        }
        catch (CryptographicException)
        {
            // Of another account, or not ours.
            return null;
        }
    }

    private static IDataProtector Sealing(Account account, IDataProtectionProvider keys) =>
        keys.CreateProtector("Participatie.Access.SetUp", account.Id.ToString(), account.SecurityStamp!);
}

public sealed record AuthenticatorView
{
    public required QrCode Picture { get; init; }

    public required string KeyInGroups { get; init; }

    /// <summary>Sealed, for the form.</summary>
    public required string Key { get; init; }

    public required bool MayWait { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <param name="Codes">In groups.</param>
/// <param name="Next">Where to go then.</param>
public sealed record RecoveryCodesView(IReadOnlyList<string> Codes, string Next);
