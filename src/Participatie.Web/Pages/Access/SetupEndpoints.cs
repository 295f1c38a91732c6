using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Where the first administrator makes an account, with the link that the console printed.</summary>
internal static class SetupEndpoints
{
    public static async Task<IResult> Get(string token, HttpContext context, AccessLinks links) =>
        await links.IsValidAsync(token, LinkKind.Setup, context.RequestAborted)
            ? PageResult.Of<SetupPage>(new SetupView("", "", []))
            : Gone();

    public static async Task<IResult> Post(
        string token, HttpContext context, IFormCollection form, AccessLinks links, BeginInstallation begin, InterfaceWords words)
    {
        if (!await links.IsValidAsync(token, LinkKind.Setup, context.RequestAborted))
            return Gone();
        var (name, mail, password) = (
            form[AccessForm.Name].ToString().Trim(), form[AccessForm.Mail].ToString().Trim(), form[AccessForm.Password].ToString());
        var problems = new List<Problem>();
        PersonForm.CheckName(name, problems, words);
        PersonForm.CheckMail(mail, problems, words);
        PersonForm.CheckPassword(password, AccessForm.Password, name, mail, problems, words);
        if (problems.Count > 0)
            return PageResult.Of<SetupPage>(new SetupView(name, mail, problems), StatusCodes.Status422UnprocessableEntity);
        try
        {
            var (account, mistakes) = await begin.BeginAsync(token, name, mail, password, VisitorAddress.Of(context));
            if (account is null)
            {
                problems.Add(
                    new Problem(AccessForm.Mail, words[mistakes.Contains("DuplicateEmail") ? "staff.mail.taken" : "staff.mail.wrong"]));
                return PageResult.Of<SetupPage>(new SetupView(name, mail, problems), StatusCodes.Status422UnprocessableEntity);
            }

            await HalfSession.BeginAsync(context, account);
            return new SeeOther(Addresses.SetUpSecondStep);
        }
        catch (LinkUsedException)
        {
            return Gone();
        }
    }

    private static IResult Gone() => PageResult.Of<LinkGonePage>(LinkKind.Setup, StatusCodes.Status410Gone);
}

public sealed record SetupView(string Name, string Mail, IReadOnlyList<Problem> Problems);
