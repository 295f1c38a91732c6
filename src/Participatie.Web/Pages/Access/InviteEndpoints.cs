using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>An administrator makes an account for somebody.</summary>
internal static class InviteEndpoints
{
    public static async Task<IResult> Get(HttpContext context, Database database, Catalogue catalogue, GrantRole grant) =>
        PageResult.Of<InvitePage>(new InviteView
        {
            Name = "",
            Mail = "",
            Roles = new TypedRoles { Until = TypedDay.Write(grant.UsualLastDay) },
            Known = await KnownConsultations.ReadAsync(database, catalogue, context.RequestAborted),
            Problems = [],
        });

    public static async Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        Database database,
        Catalogue catalogue,
        InviteAccount invite,
        LinkMail mails,
        TimeProvider clock,
        InterfaceWords words)
    {
        var (name, mail) = (form[AccessForm.Name].ToString().Trim(), form[AccessForm.Mail].ToString().Trim());
        var typed = TypedRoles.Of(form);
        var known = await KnownConsultations.ReadAsync(database, catalogue, context.RequestAborted);
        var problems = new List<Problem>();
        PersonForm.CheckName(name, problems, words);
        PersonForm.CheckMail(mail, problems, words);
        var roles = typed.Read(known, Amsterdam.DayOf(clock.GetUtcNow()), problems, words);
        if (problems.Count == 0)
        {
            var made = await invite.InviteAsync(
                Doer.Of(context),
                new InvitedPerson { Name = name, Mail = mail, Roles = roles },
                (scope, token) => mails.AddAsync(scope, mail, name, HandOverLink.Of(context, LinkKind.Invitation, token)),
                context.RequestAborted);
            if (made is var (id, token))
                return PageResult.Of<HandOverLinkPage>(
                    new HandOverLinkView(HandOverLink.Of(context, LinkKind.Invitation, token), name, mails.IsOn, Addresses.Account(id)));
            problems.Add(new Problem(AccessForm.Mail, words["staff.mail.taken"]));
        }

        return PageResult.Of<InvitePage>(
            new InviteView { Name = name, Mail = mail, Roles = typed, Known = known, Problems = problems },
            StatusCodes.Status422UnprocessableEntity);
    }
}

public sealed record InviteView
{
    public required string Name { get; init; }

    public required string Mail { get; init; }

    public required TypedRoles Roles { get; init; }

    public required KnownConsultations Known { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}
