using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>The part of a form that gives roles, as it was sent.</summary>
public sealed record TypedRoles
{
    public const string What = "rollen";
    public const string Administrator = "beheerder";
    public const string New = "nieuw";
    public const string Council = "adviesraad";
    public const string Chair = "voorzitter";
    public const string Authors = "auteur";
    public const string Analysts = "analist";
    public const string LastDay = "tot";

    /// <summary>A role lasts so long at most: by then somebody has to look at it again.</summary>
    public const int MostYears = 2;

    private static readonly char[] Between = [',', ';', ' ', '\n', '\r', '\t'];

    public IReadOnlyList<string> Ticked { get; init; } = [];

    public string AuthorOf { get; init; } = "";

    public string AnalystOf { get; init; } = "";

    public required string Until { get; init; }

    internal static TypedRoles Of(IFormCollection form) => new()
    {
        Ticked = [.. form[What].OfType<string>()],
        AuthorOf = form[Authors].ToString(),
        AnalystOf = form[Analysts].ToString(),
        Until = form[LastDay].ToString(),
    };

    /// <summary>What it asks for.</summary>
    /// <param name="known">All consultations.</param>
    /// <param name="today">In the Netherlands.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="words">Of the page.</param>
    internal GivenRoles Read(KnownConsultations known, DateOnly today, List<Problem> problems, InterfaceWords words)
    {
        var authors = Consultations(AuthorOf, Authors);
        var analysts = Consultations(AnalystOf, Analysts);
        var lastDay = ReadLastDay(Until, LastDay, today, problems, words);
        return new GivenRoles(
            Ticked.Contains(Administrator),
            lastDay is null
                ? []
                :
                [
                    .. None(StaffRole.Author, New), .. None(StaffRole.CouncilMember, Council), .. None(StaffRole.Chair, Chair),
                    .. authors.Select(id => new GivenRole(StaffRole.Author, id, lastDay.Value)),
                    .. analysts.Select(id => new GivenRole(StaffRole.Analyst, id, lastDay.Value)),
                ]);

        IEnumerable<GivenRole> None(StaffRole role, string name) =>
            Ticked.Contains(name) ? [new GivenRole(role, RoleGrant.NoConsultation, lastDay.Value)] : [];

        List<int> Consultations(string typed, string field)
        {
            var found = new List<int>();
            foreach (var name in typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (known.IdOf(name) is { } id)
                    found.Add(id);
                else
                    problems.Add(new Problem(field, words.Format("staff.roles.unknown", name)));
            }

            return [.. found.Distinct()];
        }
    }

    /// <returns>Null when it is no day on which a role may end.</returns>
    internal static DateOnly? ReadLastDay(string typed, string field, DateOnly today, List<Problem> problems, InterfaceWords words)
    {
        if (TypedDay.Read(typed, words.Culture) is { } day && day >= today && day <= today.AddYears(MostYears))
            return day;
        problems.Add(new Problem(field, words.Format("staff.roles.until.wrong", words.Day(today.AddYears(MostYears)))));
        return null;
    }
}
