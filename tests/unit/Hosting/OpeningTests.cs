using System.Text.Json.Nodes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Approvals;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Tests.Pages.Desk;
using Participatie.Web.Commands;

namespace Participatie.Tests.Hosting;

/// <summary>
/// No address, form, file or command opens what the council did not sign off. Whatever endpoint is added is tried here too. The one way
/// that there is, an administrator's overrule with a name and a reason, is tried in <c>StepTests</c>.
/// </summary>
public sealed class OpeningTests(SiteWithRoles site) : IClassFixture<SiteWithRoles>, IDisposable
{
    private const string Who = "Anna <anna@voorbeeld.nl>";

    private static readonly string Open = Web.Addresses.LifeStep(Web.Addresses.Patterns.DeskSlug, "openen");

    private static readonly bool Full = Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is not null;

    /// <summary>What the others may is less; they are tried too when there is time.</summary>
    private static readonly Role[] Roles = Full
        ? [Role.Nobody, Role.Council, Role.Author, Role.Administrator]
        : [Role.Author, Role.Administrator];

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_address_opens_it_whoever_asks_and_whatever_the_form_says(bool isBlocked)
    {
        var opened = new List<string>();
        var number = 0;
        // While it waits every address is tried, and each that names a consultation once more while somebody cannot go on.
        var rows = AccessTable.Rows.Where(row => row.Method == "POST" || (row.Method == "GET" && (Full || !isBlocked)))
            .Where(row => Full || !isBlocked || row.Pattern.Contains("{slug", StringComparison.Ordinal));
        foreach (var row in rows)
        {
            // An administrator overrules there, which is recorded and public.
            var isOverrule = row.Pattern == Web.Addresses.LifeStep(Web.Addresses.Patterns.DeskSlug, "tekenen");
            var (id, slug, token) = await GivenAsync($"{(isBlocked ? "vast" : "wacht")}-{++number}", isBlocked);
            var asking = new AskAsRole(site.Services, _client, () => Task.FromResult(""), token, slug);
            foreach (var role in Roles.Where(role => isOverrule ? role != Role.Administrator : Full || role == Role.Administrator))
            {
                if (row.Method == "POST")
                    await asking.SendAsync(row.Pattern, role, await FormAsync(id, slug));
                else if (role == Role.Administrator)
                    await asking.AskAsync(row.Pattern, role);
                else
                    continue;
                // What the address itself did not open, it did not make ready either.
                if (row.Method == "POST" && !isOverrule)
                    await asking.SendAsync(Open, Role.Administrator, await FormAsync(id, slug));
                if ((await LifeAsync(id)).HasOpened)
                    opened.Add($"{row.Method} {row.Pattern} as {role}");
            }
        }

        Assert.Equal([], opened);
        Assert.True(number > (isBlocked ? 40 : 150), $"Only {number} addresses were tried.");
    }

    [Fact]
    public async Task No_file_opens_it_by_what_it_says_of_itself()
    {
        var folder = Directory.CreateTempSubdirectory("participatie-openen");
        var file = Path.Combine(folder.FullName, "claims.json");
        await File.WriteAllTextAsync(file, Claims("beweert", site.Today()), Stop);
        string[] data = [$"--Participatie:Data={folder.FullName}"];
        foreach (var verb in new[] { "import", "import-check", "lees" })
            await CommandLine.RunAsync([verb, file, .. data]);
        foreach (var verb in new[] { "recount", "nietbegrepen" })
            await CommandLine.RunAsync([verb, "beweert", .. data]);
        await using var context = Database.Sqlite(Path.Combine(folder.FullName, "participatie.db")).NewContext();
        Assert.Equal([(short)LifeStep.Begun], context.LifeEvents.Select(one => one.Step));
        Assert.Empty(context.Versions);
    }

    [Fact]
    public void Whoever_can_open_is_named_here()
    {
        Assert.Equal(
            ["ActOnDay.cs", "BeginOpened.cs", "DeskSteps.cs", "LifeSetup.cs", "OpenConsultation.cs"], FilesThatName("OpenConsultation"));
        Assert.Equal(["BeginOpened.cs", "BeginTrial.cs", "LifeSetup.cs", "LoadSamples.cs"], FilesThatName("BeginOpened"));
        Assert.Equal(["BeginOpened.cs", "DeskSteps.cs", "LifeSetup.cs", "OverruleCouncil.cs"], FilesThatName("OverruleCouncil"));
    }

    [Fact]
    public void The_samples_say_that_they_were_opened_without_the_council()
    {
        var samples = site.The<Catalogue>().Lives.Where(life => life.Slug is "themas" or "meepraten" or "wonen").ToList();
        Assert.Equal(3, samples.Count);
        Assert.All(samples, life => Assert.Equal((SignOff.Overruled, "voorbeeld"), (life.SignOff, life.Overrule?.Reason)));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>It lies with the council, which did not say anything; or it was approved and somebody cannot go on since.</summary>
    private async Task<(int Id, string Slug, string Token)> GivenAsync(string slug, bool isBlocked)
    {
        var writer = site.The<GroupedWriter>();
        var given = await writer.WriteAsync(
            async scope =>
            {
                var id = await site.The<BeginConsultation>().BeginAsync(scope, site.Document(slug: slug), Who);
                var request = new StepRequest { ConsultationId = id, Who = Who };
                await site.The<AskForReview>().AskAsync(scope, request);
                var round = new RoundRequest
                {
                    ConsultationId = id,
                    Who = Who,
                    Revision = 1,
                    LookAt = "Alles.",
                    Days = ReviewRound.UsualDays,
                };
                await site.The<AskRound>().AskAsync(scope, round);
                var member = new Invitee("Cor", "cor@raad.example", "7");
                var (_, token) = await site.The<InviteMember>().InviteAsync(scope, id, 1, member, Who);
                if (isBlocked)
                {
                    await site.The<ApproveRound>().ApproveAsync(scope, token, (_, _) => ValueTask.FromResult(true));
                    await site.The<ReportFinding>().ByLinkAsync(
                        scope, token, new NewFinding("", "Ik kom niet verder.", Severity.CannotGoOn, FindingSubject.Questions));
                }

                return (id, slug, token);
            },
            Stop);
        await site.The<Catalogue>().RefreshAsync(Stop);
        return given;
    }

    private async Task<ConsultationLife> LifeAsync(int id)
    {
        await site.The<Catalogue>().RefreshAsync(Stop);
        return site.The<Catalogue>().LifeOf(id)!;
    }

    /// <summary>Every field that a form of the desk or of a member has, with what would open it.</summary>
    private async Task<(string Name, string Value)[]> FormAsync(int id, string slug)
    {
        var (life, day) = (await LifeAsync(id), site.Today().AddDays(1));
        return
        [
            ("gezien", $"{life.LastNumber}"), ("reden", "Er is haast."), ("zeker", "ja"), ("antwoorden", "Counted"), ("revisie", "1"),
            ("dag", $"{day.Day}"), ("dag-maand", $"{day.Month}"), ("dag-jaar", $"{day.Year}"), ("tekst", Claims(slug, site.Today())),
            ("doe", "niemand-keek"), ("keuze", "goedkeuren"), ("goed", "ja"), ("akkoord", "Cor"), ("gesprek", "De raad vindt het goed."),
            ("kijken", "Alles."), ("dagen", "1"), ("stap", "openen"), ("staat", "Open"), ("slug", slug),
        ];
    }

    private static string Claims(string slug, DateOnly today)
    {
        var document = JsonNode.Parse(DefinitionWriter.Write(
            GivenConsultation.WithEveryKind().WithSlug(slug).ClosingOn(today.AddDays(30)).Build()))!;
        foreach (var (name, value) in new (string, JsonNode)[]
        {
            ("state", "open"), ("status", "Opened"), ("isOpen", true), ("approved", true), ("signOff", 1), ("signoff", "Council"),
            ("overruledBecause", "Er is haast."), ("opensOn", $"{today:yyyy-MM-dd}"), ("version", 1), ("publishedAt", 0), ("trial", true),
        })
            document[name] = value;
        return document.ToJsonString();
    }

    private static IEnumerable<string> FilesThatName(string verb) =>
        from file in Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let code = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        where System.Text.RegularExpressions.Regex.IsMatch(code, $@"\b{verb}\b", default, TimeSpan.FromSeconds(1))
        orderby Path.GetFileName(file)
        select Path.GetFileName(file);
}
