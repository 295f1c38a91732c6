using System.Net;
using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>Staff follow a consultation, and see who is missing.</summary>
public sealed class FollowPageTests(SiteWithoutWorker site) : IClassFixture<SiteWithoutWorker>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_see_who_takes_part_in_steps_and_who_is_missing()
    {
        var version = await PublishAsync("verloop");
        var author = await AuthorAsync("verloop");
        await author.OpenAsync("/beheer/raadpleging/verloop");
        await author.FollowAsync("Bekijk hoe het loopt");
        Assert.Equal((HttpStatusCode.OK, "Zo loopt het"), (author.Status, author.Heading));
        Assert.Contains("Er zijn nog geen reacties.", author.Words, StringComparison.Ordinal);
        Assert.Contains("Dat weten wij nog niet.", author.Words, StringComparison.Ordinal);

        // Nobody from Emmen.
        await ArriveAsync(version, 300, at => at % 10 == 0 ? "$rathernot" : at % 2 == 0 ? "assen" : "hoogeveen");
        await author.OpenAsync("/beheer/raadpleging/verloop/verloop");
        Assert.Contains("300 reacties.", author.Words, StringComparison.Ordinal);
        Assert.Contains("Zo stond het na 300 reacties.", author.Words, StringComparison.Ordinal);
        Assert.Equal("300", Cell(author, "dagen", 0, 1));
        Assert.Equal("290 of meer", Cell(author, "channel", 0, 1));
        Assert.Equal("te weinig", Cell(author, "channel", 1, 1));
        Assert.Contains("Uit Emmen deden weinig mensen mee.", author.Words, StringComparison.Ordinal);
        Assert.Contains("Mensen kiezen zelf of zij meedoen.", author.Words, StringComparison.Ordinal);
        Assert.Contains("Daarom vergelijken wij hier niets.", author.Words, StringComparison.Ordinal);
        Assert.Equal("67.209: 14 van elke 100", Cell(author, "gemist", 1, 2));
        Assert.Equal("te weinig. Weinig mensen doen mee.", Cell(author, "gemist", 5, 1));

        // One more shows in the total, and nowhere else.
        var before = Rows(author);
        await ArriveAsync(version, 1, _ => "emmen");
        await author.OpenAsync("/beheer/raadpleging/verloop/verloop");
        Assert.Contains("301 reacties.", author.Words, StringComparison.Ordinal);
        Assert.Contains("Zo stond het na 300 reacties.", author.Words, StringComparison.Ordinal);
        Assert.Equal(before, Rows(author));
    }

    [Fact]
    public async Task A_consultation_that_does_not_ask_where_people_live_says_so()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("zonder").WithYesNo("mee").Build());
        var author = await AuthorAsync("zonder");
        await author.OpenAsync("/beheer/raadpleging/zonder/verloop");

        Assert.Contains("Deze raadpleging vraagt niet waar mensen wonen.", author.Words, StringComparison.Ordinal);
        Assert.Contains("U ziet hier groepen zodra er 20 reacties zijn.", author.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_figures_stay_out_of_a_summary_until_somebody_says_yes()
    {
        var version = await PublishAsync("oud");
        var author = await AuthorAsync("oud");
        await author.OpenAsync("/beheer/raadpleging/oud/verloop");
        Assert.Contains("Deze cijfers zijn ouder dan 5 jaar.", author.Words, StringComparison.Ordinal);
        Assert.False((await InUseAsync(version)).MayBeInSummary);

        await author.PressAsync("Ja, gebruik deze oude cijfers");
        Assert.Contains("oud@voorbeeld.nl", author.Words, StringComparison.Ordinal);
        Assert.True((await InUseAsync(version)).MayBeInSummary);
        Assert.Contains("oude inwonercijfers toegestaan", await ActionsAsync(), StringComparer.Ordinal);

        await author.PressAsync("Gebruik deze oude cijfers toch niet");
        Assert.False((await InUseAsync(version)).MayBeInSummary);
        Assert.Contains("oude inwonercijfers niet meer toegestaan", await ActionsAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Another_file_is_shown_first_then_used_and_can_be_taken_back()
    {
        var author = (await GivenStaff.ColleagueAsync(site, "begin.cijfers@voorbeeld.nl", (StaffRole.Author, null))).Browser;
        await author.OpenAsync("/beheer/inwoners");
        Assert.Contains("Dit zijn cijfers over 2014.", author.Words, StringComparison.Ordinal);

        foreach (var (file, said) in new (string, string)[]
        {
            ("geen tabel", "In dit bestand staat geen tabel met gemeenten van Drenthe."),
            (Figures(skip: "Emmen"), "Niet alle gemeenten staan in het bestand. Deze missen: Emmen."),
            ("PK\u0003\u0004\0", "Dit bestand kunnen wij niet lezen."),
            (Figures() + new string(' ', 3 * 1024 * 1024), "Dit bestand is te groot."),
        })
        {
            await author.Type("Bron", "<b>CBS</b>").UploadAsync("Bekijk het bestand", Encoding.UTF8.GetBytes(file), "cijfers.csv");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
            Assert.StartsWith("Fout: ", author.Title, StringComparison.Ordinal);
            Assert.Contains(said, author.Page.GetElementById("fout-bestand")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("<b>CBS</b>", author.Page.GetElementById("bron")!.GetAttribute("value"));
        }

        await author.Type("Bron", new string('x', 10_000))
            .UploadAsync("Bekijk het bestand", Encoding.UTF8.GetBytes(Figures()), "cijfers.csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        await author.Type("Bron", "CBS <script>").UploadAsync("Bekijk het bestand", Encoding.UTF8.GetBytes(Figures()), "cijfers.csv");
        Assert.Equal(HttpStatusCode.OK, author.Status);
        Assert.Equal(("67.209", "30.001"), (Cell(author, "nieuw", 1, 1), Cell(author, "nieuw", 1, 2)));
        // Nothing is in use yet.
        Assert.Equal(2014, (await site.The<ReadInhabitants>().ReadAsync(Stop)).Year);

        await author.PressAsync("Gebruik deze cijfers");
        Assert.Contains($"Dit zijn cijfers over {Year}. Bron: CBS <script>.", author.Words, StringComparison.Ordinal);
        Assert.Contains("inwonercijfers vervangen", await ActionsAsync(), StringComparer.Ordinal);

        await author.PressAsync("Haal deze cijfers terug");
        Assert.Contains("Dit zijn cijfers over 2014.", author.Words, StringComparison.Ordinal);
        Assert.Contains("inwonercijfers teruggehaald", await ActionsAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_of_a_file_cannot_be_changed_into_nonsense()
    {
        var author = (await GivenStaff.ColleagueAsync(site, "nonsens.cijfers@voorbeeld.nl", (StaffRole.Author, null))).Browser;
        await author.OpenAsync("/beheer/inwoners");
        await author.Type("Bron", "CBS").UploadAsync("Bekijk het bestand", Encoding.UTF8.GetBytes(Figures()), "cijfers.csv");
        ((AngleSharp.Html.Dom.IHtmlInputElement)author.Page.QuerySelector("input[name=inwoners-emmen]")!).Value = "-5";
        await author.PressAsync("Gebruik deze cijfers");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Equal(2014, (await site.The<ReadInhabitants>().ReadAsync(Stop)).Year);
    }

    private int Year => Amsterdam.DayOf(site.Clock.Now).Year;

    private static string Cell(Resident resident, string heading, int row, int column) => Resident.Clean(
        resident.Page.QuerySelectorAll($"table[aria-labelledby={heading}] tbody tr")[row].Children[column]);

    /// <summary>All rows of groups.</summary>
    private static string Rows(Resident resident) => string.Join('\n', resident.Page.QuerySelectorAll("table")
        .Where(table => table.GetAttribute("aria-labelledby") != "dagen")
        .SelectMany(table => table.QuerySelectorAll("tr")).Select(Resident.Clean));

    private string Figures(string? skip = null) => "\"Regio's\";\"Perioden\";\"Bevolking op 1 januari (aantal)\"\n" + string.Join(
        '\n',
        PlaceQuestion.Municipalities.Index().Where(place => place.Item.Text.Dutch != skip)
            .Select(place => $"\"{place.Item.Text.Dutch}\";\"{Year}\";\"{30_000 + place.Index}\""));

    private Task<PublishedVersion> PublishAsync(string slug) =>
        site.PublishAsync(new GivenConsultation().WithSlug(slug).WithPlace().WithAge().Build());

    private async Task<Resident> AuthorAsync(string slug) =>
        (await GivenStaff.ColleagueAsync(site, $"{slug}@voorbeeld.nl", (StaffRole.Author, slug))).Browser;

    private Task<InhabitantsInUse> InUseAsync(PublishedVersion version) =>
        site.The<ReadInhabitants>().OfAsync(version.ConsultationId, Stop);

    private async Task<List<string>> ActionsAsync()
    {
        await using var context = site.The<Database>().NewContext();
        return [.. context.AuditLog.Select(entry => entry.Action)];
    }

    private async Task ArriveAsync(PublishedVersion version, int count, Func<int, string> place)
    {
        await site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                for (var at = 0; at < count; at++)
                {
                    var id = Guid.NewGuid().ToByteArray();
                    await scope.ExecuteAsync(
                        """
                        INSERT INTO responses (consultation_id, id, version, channel, organisation, helped, language, hour, rotation, state,
                            key_number, receipt_hash, draft_proof, receipt_attempt, document)
                        VALUES (@consultation, @id, 1, 0, 0, 0, 'nl', @hour, 0, 0, 1, @receipt, @proof, 0, @document)
                        """,
                        ("@consultation", version.ConsultationId),
                        ("@id", id),
                        ("@hour", site.Clock.Now.ToUnixTimeSeconds() / 3600),
                        ("@receipt", Guid.NewGuid().ToByteArray()),
                        ("@proof", Guid.NewGuid().ToByteArray()),
                        ("@document", $"{{\"gemeente\":\"{place(at)}\",\"leeftijd\":\"30-44\"}}"));
                    await DatabaseQueue.SendAsync(scope, version.ConsultationId, id, site.Clock.Now);
                }
            },
            Stop);
        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
        }
    }
}
