using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Somebody who is signed in changes the password. A stolen session does not: the old one is asked.</summary>
internal static class OwnPasswordEndpoints
{
    public static IResult Get() => PageResult.Of<OwnPasswordPage>(new OwnPasswordView([]));

    public static async Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        UserManager<Account> accounts,
        CheckPassword check,
        SetPassword set,
        StartSession sessions,
        LinkMail mail,
        InterfaceWords words)
    {
        var account = (await accounts.FindByIdAsync(Staff.IdOf(context.User).ToString()))!;
        var (password, problems) = (form[AccessForm.Password].ToString(), new List<Problem>());
        PersonForm.CheckPassword(password, AccessForm.Password, account.Name, account.Email!, problems, words);
        if (problems.Count > 0)
            return Refuse(problems, StatusCodes.Status422UnprocessableEntity);
        if (await AskPassword.ProblemAsync(context, form, account, check, words) is var (problem, status))
            return Refuse([problem], status);
        account.SecurityStamp = await set.SetAsync(
            new NewPassword
            {
                Account = account,
                Password = password,
                Network = AuditNote.NetworkOf(VisitorAddress.Of(context)),
                Tell = scope => mail.TellPasswordChangedAsync(scope, account),
            },
            context.RequestAborted);
        await sessions.GoOnAsync(context, account);
        return new SeeOther($"{Addresses.OwnAccount}#{Frame.Frame.Saved}");
    }

    private static IResult Refuse(IReadOnlyList<Problem> problems, int status) =>
        PageResult.Of<OwnPasswordPage>(new OwnPasswordView(problems), status);
}

public sealed record OwnPasswordView(IReadOnlyList<Problem> Problems);
